import { type RichText, type RichTextNode, richTextSchema } from '@beffroi/shared/core/rich-text';
import { generateJSON } from '@tiptap/core';
import { richTextExtensions } from './rich-text-extensions.ts';

/** What the editor makes of HTML, between two paragraphs. */
export const pasted = (html: string): RichText => generateJSON(`<p>début</p>${html}<p>fin</p>`, richTextExtensions()) as RichText;

/** Why the server would refuse a text; undefined when it would not. */
export const refusal = (doc: unknown) => richTextSchema.safeParse(doc).error?.issues;

/** The nodes of one type in a text. */
export const find = (node: RichTextNode, type: string): RichTextNode[] => [
  ...(node.type === type ? [node] : []),
  ...(node.content ?? []).flatMap((child) => find(child, type)),
];
