import type { Passage } from '@beffroi/shared/collab/anchors';
import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { COMMENTED, type CommentTrail, type UnderComments } from './comment-trail.ts';
import type { DocumentJson } from './imported-document.ts';
import { joined } from './reading-state.ts';

const lengthOf = (words: RegExpMatchArray | null): number => words?.[0].length ?? 0;

/** Takes off what was said of comments while reading, and keeps where they stand. */
class Placing {
  readonly passages = new Map<string, Passage>();
  private readonly trail: CommentTrail;
  private at = 0;
  private last: Passage | null = null;

  constructor(trail: CommentTrail) {
    this.trail = trail;
  }

  blocks(nodes: readonly DocumentJson[]): DocumentJson[] {
    return joined(nodes.map((node) => this.node(node)));
  }

  /** Those whose own text is not kept are brought to the last word there is. Those that never end are none: Word shows none of them. */
  finish(): void {
    if (this.last) for (const comment of this.trail.passed) this.reach(comment, this.last.from, this.last.to, true);
    for (const comment of this.trail.together.at(-1) ?? []) this.passages.delete(comment);
  }

  private node(node: DocumentJson): DocumentJson {
    if (node.text !== undefined) return this.words(node, node.text);
    if (documentSchema.nodes[node.type]?.isLeaf) {
      this.at += 1;
      return node;
    }
    this.at += 1;
    const inside = node.content && this.blocks(node.content);
    this.at += 1;
    return inside ? { ...node, content: inside } : node;
  }

  private words({ marks = [], ...node }: DocumentJson, text: string): DocumentJson {
    const [from, to] = [this.at, this.at + text.length];
    this.at = to;
    const final = text.length - lengthOf(text.match(/\S+\s*$/));
    if (text.trim() !== '') this.last = { from: from + final, to: from + text.trimEnd().length };
    const under = marks.find(({ type }) => type === COMMENTED)?.attrs as unknown as UnderComments | undefined;
    if (under) {
      for (const comment of this.trail.together[under.together] ?? []) this.reach(comment, from, to);
      for (const comment of under.first) this.reach(comment, from, from + lengthOf(text.match(/^\s*\S+/)));
      for (const comment of under.last) this.reach(comment, from + final, from + text.trimEnd().length);
    }
    return { ...node, text, marks: marks.filter(({ type }) => type !== COMMENTED) };
  }

  private reach(comment: string, from: number, to: number, onlyIfNowhere = false): void {
    const before = this.passages.get(comment);
    if (!before) this.passages.set(comment, { from, to });
    else if (!onlyIfNowhere) before.to = Math.max(before.to, to);
  }
}

/** What was read without what says where comments stand, and where they do: positions in a document of these blocks. */
export const placeComments = (
  blocks: readonly DocumentJson[],
  trail: CommentTrail,
): { blocks: DocumentJson[]; passages: ReadonlyMap<string, Passage> } => {
  const placing = new Placing(trail);
  const placed = placing.blocks(blocks);
  placing.finish();
  return { blocks: placed, passages: placing.passages };
};
