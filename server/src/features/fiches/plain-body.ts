import { AppError } from '@beffroi/shared/core/errors';
import { imagesOf, type RichText, type RichTextNode } from '@beffroi/shared/core/rich-text';

const asText = (node: RichTextNode): RichTextNode => {
  if (node.type === 'mention') return { type: 'text', text: String(node.attrs?.label || 'un collègue') };
  return node.content ? { ...node, content: node.content.map(asText) } : node;
};

/**
 * A fiche outlives its discussion: it names people in its sources, not in its text, and leaves images where they were deposited.
 * @throws AppError `invalid-input`
 */
export const plainBody = (body: RichText): RichText => {
  if (imagesOf(body).length > 0)
    throw new AppError('invalid-input', {
      errors: [{ path: 'body', message: 'Une fiche ne porte pas d’image\u00a0: ses sources mènent à la discussion où elle se trouve.' }],
    });
  return asText(body) as RichText;
};
