import type { RichText, RichTextNode } from '@beffroi/shared/core/rich-text';
import { type MentionOf, parseInline } from './inline-markup.ts';

const paragraph = (line: string, mentionOf: MentionOf): RichTextNode => ({ type: 'paragraph', content: parseInline(line, mentionOf) });

const list = (type: 'bulletList' | 'orderedList', lines: string[], mentionOf: MentionOf): RichTextNode => ({
  type,
  content: lines.map((line) => ({ type: 'listItem', content: [paragraph(line.replace(/^(?:-|\d+\.) /, ''), mentionOf)] })),
});

const kindOf = (line: string) => (line.startsWith('- ') ? 'bulletList' : /^\d+\. /.test(line) ? 'orderedList' : 'paragraph');

/** A message in light markup (paragraphs, « - » and « 1. » lists, and what a line may hold). */
export const parseMessage = (markup: string, mentionOf: MentionOf): RichText => {
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
