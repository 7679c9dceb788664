import { documentSchema } from '@beffroi/shared/collab/document-schema';
import type { RichText, RichTextNode } from '@beffroi/shared/core/rich-text';
import type { Node } from '@tiptap/pm/model';

type Marks = NonNullable<RichTextNode['marks']>;

/** What an answer may be set in that a document is set in too; of a link, its address alone. */
const keptMarks = (marks: Marks = []): Marks =>
  marks.flatMap(({ type, attrs }) => {
    if (type === 'link') return [{ type, attrs: { href: attrs?.href } }];
    return type in documentSchema.marks ? [{ type }] : [];
  });

const textOf = (text: string, marks?: Marks): RichTextNode[] => (text ? [{ type: 'text', text, marks: keptMarks(marks) }] : []);

const inlinesOf = ({ content = [] }: RichTextNode, more: Marks = []): RichTextNode[] =>
  content.flatMap(({ type, text = '', attrs, marks = [] }) => {
    if (type === 'hardBreak') return [{ type }];
    const all = [...marks.filter((mark) => !more.some((other) => other.type === mark.type)), ...more];
    return textOf(type === 'mention' ? `@${attrs?.label ?? ''}` : text, all);
  });

const paragraphOf = (inlines: RichTextNode[]): RichTextNode[] =>
  inlines.some(({ type }) => type === 'text') ? [{ type: 'paragraph', content: inlines }] : [];

const allOf = ({ content = [] }: RichTextNode): RichTextNode[] => content.flatMap(blocksOf);

const itemOf = (item: RichTextNode): RichTextNode[] => {
  const blocks = allOf(item);
  if (blocks.length === 0) return [];
  // An item of a document begins with a paragraph.
  return [{ type: 'listItem', content: blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks] }];
};

const holding = (node: RichTextNode, content: RichTextNode[]): RichTextNode[] => (content.length > 0 ? [{ ...node, content }] : []);

const blocksOf = (node: RichTextNode): RichTextNode[] => {
  switch (node.type) {
    case 'paragraph':
      return paragraphOf(inlinesOf(node));
    // A title of an answer is no article of the document.
    case 'heading':
      return paragraphOf(inlinesOf(node, [{ type: 'bold' }]));
    case 'codeBlock':
      return (node.content ?? []).flatMap(({ text = '' }) => text.split('\n')).flatMap((line) => paragraphOf(textOf(line)));
    case 'bulletList':
      return holding({ type: node.type }, (node.content ?? []).flatMap(itemOf));
    case 'orderedList':
      return holding({ type: node.type, attrs: { start: node.attrs?.start ?? 1 } }, (node.content ?? []).flatMap(itemOf));
    case 'blockquote':
      return holding({ type: node.type }, allOf(node));
    // Of a table its text, paragraph by paragraph; of images and rules nothing: none of them can be proposed.
    default:
      return allOf(node);
  }
};

/** An answer as the blocks a suggestion may add to a document: its paragraphs, lists, quotations, emphasis and links. */
export const answerBlocks = (answer: RichText): Node[] => allOf(answer).map((block) => documentSchema.nodeFromJSON(block));
