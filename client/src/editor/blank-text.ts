import type { RichText, RichTextNode } from '@beffroi/shared/core/rich-text';

/** Whether a text says nothing yet: no word, no image, nobody mentioned. */
export const isBlank = (node: RichTextNode | null | undefined): boolean =>
  !node ||
  (node.type !== 'image' && node.type !== 'mention' && !node.text?.trim() && (node.content ?? []).every((child) => isBlank(child)));

const isEmptyParagraph = (node: RichTextNode | undefined): boolean => node?.type === 'paragraph' && isBlank(node);

/** The text without the empty lines an editor leaves at both ends. */
export const trimmed = (doc: RichText): RichText => {
  const content = [...doc.content];
  while (content.length > 1 && isEmptyParagraph(content.at(-1))) content.pop();
  while (content.length > 1 && isEmptyParagraph(content[0])) content.shift();
  return { type: 'doc', content };
};
