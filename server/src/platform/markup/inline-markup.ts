import type { RichTextNode } from '@beffroi/shared/core/rich-text';

/** Finds the person a mention names by her key; the label is put right when the text is written. */
export type MentionOf = (key: string) => { id: string; label: string };

const INLINE = /\*\*(.+?)\*\*|\*(.+?)\*|\[([^\]]+)\]\((https?:\/\/[^)\s]+)\)|@\{([^}]+)\}/g;

const text = (value: string, ...marks: NonNullable<RichTextNode['marks']>): RichTextNode[] =>
  value ? [{ type: 'text', text: value, ...(marks.length > 0 && { marks }) }] : [];

/** The words of a line: **bold**, *italic*, links and, where people may be named, `@{key}` mentions. */
export const parseInline = (line: string, mentionOf?: MentionOf): RichTextNode[] => {
  const nodes: RichTextNode[] = [];
  let from = 0;
  for (const match of line.matchAll(INLINE)) {
    const [whole, bold, italic, label, href, key] = match;
    nodes.push(...text(line.slice(from, match.index)));
    if (bold) nodes.push(...text(bold, { type: 'bold' }));
    if (italic) nodes.push(...text(italic, { type: 'italic' }));
    if (label && href) nodes.push(...text(label, { type: 'link', attrs: { href } }));
    if (key) nodes.push(...(mentionOf ? [{ type: 'mention', attrs: mentionOf(key) }] : text(whole)));
    from = match.index + whole.length;
  }
  return [...nodes, ...text(line.slice(from))];
};
