import type { DocumentJson } from './imported-document.ts';
import type { CommentEdge } from './sentinels.ts';

type Mark = NonNullable<DocumentJson['marks']>[number];

/** The mark that texts bear, while a file is read, for the comments they are under; the document never has it. */
export const COMMENTED = 'commented';

export interface UnderComments {
  /** Those that are about the whole text: one of `CommentTrail.together`. */
  together: number;
  /** Those about its first word, or its last: they stand at a place, or upon what is not kept. */
  first: string[];
  last: string[];
}

/** Where comments stand, followed as a file is read. */
export class CommentTrail {
  /** The comments that are about one text together: texts name them by their rank, for there may be many of both. */
  readonly together: string[][] = [[]];
  /** Comments seen in the text. */
  readonly passed = new Set<string>();
  private readonly known: ReadonlySet<string>;
  private readonly upon = new Set<string>();
  private readonly ended = new Set<string>();
  private waiting: string[] = [];
  private before: UnderComments | null = null;

  constructor(known: ReadonlySet<string>) {
    this.known = known;
  }

  /** A new paragraph: what stands at a place is no longer about a text of the one before. */
  newParagraph(): void {
    this.before = null;
  }

  pass(edge: CommentEdge, comment: string): void {
    if (!this.known.has(comment) || this.ended.has(comment)) return;
    this.passed.add(comment);
    const open = this.together.at(-1) as string[];
    if (edge === 'comment-start') {
      if (!open.includes(comment)) this.together.push([...open, comment]);
      return;
    }
    // Its mark comes last: where it has no end, it ends there.
    this.ended.add(comment);
    if (open.includes(comment)) this.together.push(open.filter((other) => other !== comment));
    if (!this.upon.has(comment)) (this.before?.last ?? this.waiting).push(comment);
  }

  /** The mark of a text read now. */
  markOf(words: string): Mark[] {
    const open = this.together.at(-1) as string[];
    const isBlank = words.trim() === '';
    if (isBlank && open.length === 0) return [];
    const under: UnderComments = { together: this.together.length - 1, first: [], last: [] };
    if (!isBlank) {
      for (const comment of open) this.upon.add(comment);
      under.first = this.waiting;
      this.waiting = [];
      this.before = under;
    }
    return [{ type: COMMENTED, attrs: under as unknown as Record<string, unknown> }];
  }
}
