import { z } from 'zod';
import { showsSomething } from './visible-text.ts';

/**
 * The one text format: a ProseMirror document (https://prosemirror.net/docs/guide/#doc), as Tiptap writes it.
 * Anything not listed here (node, mark, attribute, address scheme) is refused.
 */
export const RICH_TEXT_LIMITS = { characters: 20_000, nodes: 3_000, depth: 24, images: 10, mentions: 30 } as const;

/** Images are only ever our own: nothing is fetched from elsewhere when a page is read. */
export const IMAGE_PATH = /^\/api\/images\/[A-Za-z0-9_-]{1,64}$/;
export const HREF = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@|tel:\+?[0-9]|\/(?![/\\\s]))/i;

const href = z.string().max(2_000).regex(HREF, 'Adresse de lien refusée.');
// Tiptap's link mark carries these beside `href`; only the values it writes itself are accepted.
const link = z.strictObject({
  type: z.literal('link'),
  attrs: z.strictObject({
    href,
    target: z.literal('_blank').nullish(),
    rel: z.literal('noopener noreferrer nofollow').nullish(),
    class: z.null().optional(),
    title: z.string().max(300).nullish(),
  }),
});
const plainMark = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) });
const mark = z.discriminatedUnion('type', [
  plainMark('bold'),
  plainMark('italic'),
  plainMark('underline'),
  plainMark('strike'),
  plainMark('code'),
  link,
]);
const marks = z.array(mark).max(6).optional();

const text = z.strictObject({ type: z.literal('text'), text: z.string().min(1).max(RICH_TEXT_LIMITS.characters), marks });
const hardBreak = z.strictObject({ type: z.literal('hardBreak'), marks });
const mention = z.strictObject({
  type: z.literal('mention'),
  attrs: z.strictObject({ id: z.string().min(1).max(64), label: z.string().max(200), mentionSuggestionChar: z.literal('@').nullish() }),
  marks,
});
const inline = z.discriminatedUnion('type', [text, hardBreak, mention]);
const inlines = z.array(inline).optional();

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines });
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: inlines,
});
const codeBlock = z.strictObject({
  type: z.literal('codeBlock'),
  attrs: z.strictObject({ language: z.string().max(40).nullish() }).optional(),
  content: z.array(z.strictObject({ type: z.literal('text'), text: z.string().min(1) })).optional(),
});
const horizontalRule = z.strictObject({ type: z.literal('horizontalRule') });
const image = z.strictObject({
  type: z.literal('image'),
  attrs: z.strictObject({
    src: z.string().regex(IMAGE_PATH, 'Seules les images déposées ici sont acceptées.'),
    alt: z.string().max(300).nullish(),
    title: z.string().max(300).nullish(),
    width: z.number().int().positive().max(10_000).nullish(),
    height: z.number().int().positive().max(10_000).nullish(),
  }),
});

const blocks = z.lazy(() => z.array(block).min(1));
const listItem = z.strictObject({ type: z.literal('listItem'), content: blocks });
const bulletList = z.strictObject({ type: z.literal('bulletList'), content: z.array(listItem).min(1) });
const orderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z.strictObject({ start: z.number().int().min(0).max(100_000).optional(), type: z.null().optional() }).optional(),
  content: z.array(listItem).min(1),
});
const blockquote = z.strictObject({ type: z.literal('blockquote'), content: blocks });
const cellAttrs = z
  .strictObject({
    colspan: z.number().int().min(1).max(50).optional(),
    rowspan: z.number().int().min(1).max(200).optional(),
    colwidth: z.array(z.number().int().min(0).max(5_000)).max(50).nullish(),
    align: z.enum(['left', 'center', 'right']).nullish(),
  })
  .optional();
const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('tableCell'), attrs: cellAttrs, content: blocks }),
  z.strictObject({ type: z.literal('tableHeader'), attrs: cellAttrs, content: blocks }),
]);
const tableRow = z.strictObject({ type: z.literal('tableRow'), content: z.array(cell).max(50).optional() });
const table = z.strictObject({ type: z.literal('table'), content: z.array(tableRow).min(1).max(500) });

const block: z.ZodType<RichTextNode> = z.discriminatedUnion('type', [
  paragraph,
  heading,
  bulletList,
  orderedList,
  blockquote,
  codeBlock,
  horizontalRule,
  image,
  table,
]) as unknown as z.ZodType<RichTextNode>;

export interface RichTextNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: RichTextNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
}
export interface RichText extends RichTextNode {
  type: 'doc';
  content: RichTextNode[];
}

/** Visits every node, without recursion: hostile depth must not exhaust the stack. */
export function* nodesOf(root: unknown): Generator<{ node: RichTextNode; depth: number }> {
  const stack: { node: unknown; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    if (typeof node !== 'object' || node === null) continue;
    yield { node: node as RichTextNode, depth };
    const { content } = node as RichTextNode;
    if (Array.isArray(content)) for (let i = content.length - 1; i >= 0; i--) stack.push({ node: content[i], depth: depth + 1 });
  }
}

const overLimit = (value: unknown): string | null => {
  const count = { nodes: 0, characters: 0, image: 0, mention: 0 };
  for (const { node, depth } of nodesOf(value)) {
    if (depth > RICH_TEXT_LIMITS.depth) return 'Le texte est trop imbriqué.';
    if (++count.nodes > RICH_TEXT_LIMITS.nodes) return 'Le texte est trop long.';
    if (typeof node.text === 'string') count.characters += node.text.length;
    if (count.characters > RICH_TEXT_LIMITS.characters)
      return `Le texte dépasse ${RICH_TEXT_LIMITS.characters.toLocaleString('fr-FR')} caractères.`;
    if (node.type === 'image' && ++count.image > RICH_TEXT_LIMITS.images) return `Pas plus de ${RICH_TEXT_LIMITS.images} images.`;
    if (node.type === 'mention' && ++count.mention > RICH_TEXT_LIMITS.mentions) return `Pas plus de ${RICH_TEXT_LIMITS.mentions} mentions.`;
  }
  return null;
};

const hasSubstance = (doc: RichText): boolean => {
  for (const { node } of nodesOf(doc)) if (node.type === 'image' || node.type === 'mention' || showsSomething(node.text ?? '')) return true;
  return false;
};

/** A written text: known nodes only, within the limits, and not empty. */
export const richTextSchema = z
  .unknown()
  .superRefine((value, context) => {
    const message = overLimit(value);
    if (message) context.addIssue({ code: 'custom', message });
  })
  .pipe(
    z
      .strictObject({ type: z.literal('doc'), content: z.array(block).min(1) })
      .refine((doc) => hasSubstance(doc as RichText), { message: 'Écrivez votre texte.' }),
  ) as unknown as z.ZodType<RichText, RichText>;

const BLOCKS = new Set(['paragraph', 'heading', 'codeBlock', 'tableCell', 'tableHeader', 'hardBreak']);

/** The words of a text, one line a block, for excerpts, search and plain-text mail. */
export const plainText = (doc: RichText): string => {
  let out = '';
  for (const { node } of nodesOf(doc)) {
    if (BLOCKS.has(node.type) && out && !out.endsWith('\n')) out += '\n';
    if (node.text) out += node.text;
    else if (node.type === 'mention') out += `@${node.attrs?.label ?? ''}`;
  }
  return out.trim();
};

/** Ids of the people a text mentions, each once. */
export const mentionsOf = (doc: RichText): string[] => [
  ...new Set([...nodesOf(doc)].filter(({ node }) => node.type === 'mention').map(({ node }) => String(node.attrs?.id))),
];

/** Ids of the images a text shows, each once. */
export const imagesOf = (doc: RichText): string[] => [
  ...new Set(
    [...nodesOf(doc)].filter(({ node }) => node.type === 'image').map(({ node }) => String(node.attrs?.src).split('/').at(-1) as string),
  ),
];

/** A document of plain paragraphs, one per line of `text`. */
export const paragraphs = (text: string): RichText => ({
  type: 'doc',
  content: text
    .split(/\n+/)
    .filter((line) => line.trim())
    .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line.trim() }] })),
});
