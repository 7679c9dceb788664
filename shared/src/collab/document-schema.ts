import { Extension, type Extensions, getSchema, Node } from '@tiptap/core';
import { Heading } from '@tiptap/extension-heading';
import { Image } from '@tiptap/extension-image';
import { Link } from '@tiptap/extension-link';
import { OrderedList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import type { Schema } from '@tiptap/pm/model';
import { StarterKit } from '@tiptap/starter-kit';
import { HREF, IMAGE_PATH } from '../core/rich-text.ts';
import type { ParsedElement } from './parsed-element.ts';
import { Deletion, Insertion, ProposedBreaks } from './suggestion-marks.ts';

/**
 * The one schema of live documents, for the editor, the room's commands, exports and comparisons.
 * Raise it with each change an older editor would damage: ProseMirror throws away what it does not know, and Yjs would spread
 * that. Kept for later and not to be used otherwise: the inline node `variable` and the block node `clause`.
 */
export const DOCUMENT_SCHEMA_VERSION = 1;

/** The Yjs fragment a document stands in. */
export const DOCUMENT_FRAGMENT = 'default';

export const HEADING_LEVELS = [1, 2, 3] as const;
export type HeadingLevel = (typeof HEADING_LEVELS)[number];
export const ALIGNMENTS = ['left', 'center', 'right', 'justify'] as const;

const whole = (text: string | null, min: number, max: number): number | null => {
  const value = Number(text);
  return text !== null && /^\d+$/.test(text) && value >= min && value <= max ? value : null;
};
const fixed = (value: string | null) => ({ default: value, parseHTML: () => value });

/** A heading; `numbered` ones bear a number that is computed from their place, never written (`heading-numbers.ts`). */
const ArticleHeading = Heading.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      /** Names the article for contents, comments and links; given by the editor, kept when it moves. */
      id: {
        default: null,
        parseHTML: (element: ParsedElement) => element.getAttribute('data-id'),
        renderHTML: ({ id }) => (id ? { 'data-id': id } : {}),
      },
      numbered: {
        default: true,
        parseHTML: (element: ParsedElement) => element.getAttribute('data-numbered') !== 'false',
        renderHTML: ({ numbered }) => (numbered ? {} : { 'data-numbered': 'false' }),
      },
    };
  },
}).configure({ levels: [...HEADING_LEVELS] });

const OwnImage = Image.extend({
  addAttributes() {
    const ownPath = (element: ParsedElement) => {
      const src = element.getAttribute('src') ?? '';
      return IMAGE_PATH.test(src) ? src : null;
    };
    return {
      src: { default: null, parseHTML: ownPath },
      alt: { default: null, parseHTML: (element: ParsedElement) => element.getAttribute('alt')?.slice(0, 300) ?? null },
      title: fixed(null),
      width: { default: null, parseHTML: (element: ParsedElement) => whole(element.getAttribute('width'), 1, 10_000) },
      height: { default: null, parseHTML: (element: ParsedElement) => whole(element.getAttribute('height'), 1, 10_000) },
    };
  },
  // Images are only ever our own: nothing is fetched from elsewhere when a document is read.
  parseHTML: () => [
    { tag: 'img[src]', getAttrs: (element: ParsedElement) => (IMAGE_PATH.test(element.getAttribute('src') ?? '') ? null : false) },
  ],
  addInputRules: () => [],
});

const SafeLink = Link.extend({
  inclusive: false,
  addAttributes: () => ({
    href: { default: null },
    target: fixed('_blank'),
    rel: fixed('noopener noreferrer nofollow'),
    class: fixed(null),
    title: fixed(null),
  }),
});

const NumberedList = OrderedList.extend({
  addAttributes: () => ({
    start: { default: 1, parseHTML: (element: ParsedElement) => whole(element.getAttribute('start'), 0, 100_000) ?? 1 },
    type: fixed(null),
  }),
});

const cellAttributes = () => ({
  colspan: { default: 1, parseHTML: (element: ParsedElement) => whole(element.getAttribute('colspan'), 1, 50) ?? 1 },
  rowspan: { default: 1, parseHTML: (element: ParsedElement) => whole(element.getAttribute('rowspan'), 1, 200) ?? 1 },
  colwidth: {
    default: null,
    parseHTML: (element: ParsedElement) => {
      const widths = element
        .getAttribute('colwidth')
        ?.split(',')
        .map((width) => whole(width, 20, 5_000));
      return widths?.every((width) => width !== null) ? widths : null;
    },
  },
});

/** A new page begins here, on paper. */
const PageBreak = Node.create({
  name: 'pageBreak',
  group: 'block',
  atom: true,
  selectable: true,
  parseHTML: () => [{ tag: 'div[data-page-break]' }],
  renderHTML: () => ['div', { 'data-page-break': '' }],
});

const Alignment = Extension.create({
  name: 'alignment',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading'],
      attributes: {
        align: {
          default: null,
          parseHTML: (element: ParsedElement) => {
            const align = element.style.textAlign || element.getAttribute('align') || '';
            return (ALIGNMENTS as readonly string[]).includes(align) && align !== 'left' ? align : null;
          },
          renderHTML: ({ align }) => (align ? { style: `text-align: ${align}` } : {}),
        },
      },
    },
  ],
});

/** What a document is made of; the editor adds behaviour to these, never a node, a mark or an attribute. */
export const documentExtensions = (): Extensions => [
  StarterKit.configure({
    heading: false,
    link: false,
    orderedList: false,
    code: false,
    codeBlock: false,
    // Yjs keeps its own history, and an empty paragraph added at the end by each editor would be one for each.
    undoRedo: false,
    trailingNode: false,
    dropcursor: { width: 2, color: 'var(--blue)' },
  }),
  ArticleHeading,
  NumberedList,
  SafeLink.configure({ openOnClick: false, defaultProtocol: 'https', isAllowedUri: (url) => HREF.test(url) }),
  OwnImage,
  Table.configure({ resizable: false }),
  TableRow,
  TableCell.extend({ addAttributes: cellAttributes }),
  TableHeader.extend({ addAttributes: cellAttributes }),
  PageBreak,
  Alignment,
  Insertion,
  Deletion,
  ProposedBreaks,
];

export const documentSchema: Schema = getSchema(documentExtensions());
