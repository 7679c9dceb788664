import { DOCUMENT_FRAGMENT } from '@beffroi/shared/collab/document-schema';
import type { JSONContent } from '@tiptap/core';
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import type { Doc } from 'yjs';

const INDENT = '  ';

const inline = ({ type, text = '', attrs }: JSONContent): string => {
  if (type === 'hardBreak') return '\n';
  if (type === 'image') return attrs?.alt ? `[image\u00a0: ${attrs.alt}]` : '[image]';
  return text;
};

const listed = (items: JSONContent[], bullet: (index: number) => string): string =>
  items
    .map((item, index) => {
      const [first = '', ...others] = blocksOf(item).join('\n').split('\n');
      return [`${bullet(index)} ${first}`, ...others.map((line) => INDENT + line)].join('\n');
    })
    .join('\n');

const blockText = (node: JSONContent): string => {
  const { type, content = [], attrs } = node;
  if (type === 'bulletList') return listed(content, () => '–');
  if (type === 'orderedList') return listed(content, (index) => `${Number(attrs?.start ?? 1) + index}.`);
  if (type === 'tableRow') return content.map((cell) => blocksOf(cell).join(' ')).join('\t');
  if (type === 'table') return blocksOf(node).join('\n');
  if (type === 'blockquote') return blocksOf(node).join('\n\n');
  return type === 'image' ? inline(node) : content.map(inline).join('');
};

const blocksOf = ({ content = [] }: JSONContent): string[] => content.map(blockText);

/** A live document as a text one can paste anywhere: its blocks, apart by an empty line, lists and tables as lines. */
export const readableText = (doc: Doc): string => {
  const content = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(DOCUMENT_FRAGMENT)) as JSONContent;
  return blocksOf(content)
    .filter((block) => block.trim() !== '')
    .join('\n\n');
};
