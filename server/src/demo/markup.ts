import type { RichText, RichTextNode } from '@beffroi/shared/core/rich-text';

/** Finds the person a mention names by her key; the label is put right when the text is written. */
export type MentionOf = (key: string) => { id: string; label: string };

const INLINE = /\*\*(.+?)\*\*|\[([^\]]+)\]\((https?:\/\/[^)\s]+)\)|@\{([^}]+)\}/g;

const text = (value: string, ...marks: NonNullable<RichTextNode['marks']>): RichTextNode[] =>
  value ? [{ type: 'text', text: value, ...(marks.length > 0 && { marks }) }] : [];

const inline = (line: string, mentionOf: MentionOf): RichTextNode[] => {
  const nodes: RichTextNode[] = [];
  let from = 0;
  for (const match of line.matchAll(INLINE)) {
    const [whole, bold, label, href, key] = match;
    nodes.push(...text(line.slice(from, match.index)));
    if (bold) nodes.push(...text(bold, { type: 'bold' }));
    if (label && href) nodes.push(...text(label, { type: 'link', attrs: { href } }));
    if (key) nodes.push({ type: 'mention', attrs: mentionOf(key) });
    from = match.index + whole.length;
  }
  return [...nodes, ...text(line.slice(from))];
};

const paragraph = (line: string, mentionOf: MentionOf): RichTextNode => ({ type: 'paragraph', content: inline(line, mentionOf) });

const list = (type: 'bulletList' | 'orderedList', lines: string[], mentionOf: MentionOf): RichTextNode => ({
  type,
  content: lines.map((line) => ({ type: 'listItem', content: [paragraph(line.replace(/^(?:-|\d+\.) /, ''), mentionOf)] })),
});

const kindOf = (line: string) => (line.startsWith('- ') ? 'bulletList' : /^\d+\. /.test(line) ? 'orderedList' : 'paragraph');

/** A text in light markup (paragraphs, « - » and « 1. » lists, bold, links, `@{key}` mentions) as a document. */
export const parseMarkup = (markup: string, mentionOf: MentionOf): RichText => {
  const content: RichTextNode[] = [];
  const lines = markup
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  for (let i = 0; i < lines.length; ) {
    const kind = kindOf(lines[i] as string);
    let end = i + 1;
    if (kind !== 'paragraph') while (end < lines.length && kindOf(lines[end] as string) === kind) end++;
    content.push(kind === 'paragraph' ? paragraph(lines[i] as string, mentionOf) : list(kind, lines.slice(i, end), mentionOf));
    i = end;
  }
  return { type: 'doc', content };
};
