import { type Extensions, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Heading } from '@tiptap/extension-heading';
import { Image } from '@tiptap/extension-image';
import { Link } from '@tiptap/extension-link';
import { OrderedList } from '@tiptap/extension-list';
import { Mention } from '@tiptap/extension-mention';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { isAllowedAddress, ownImagePath } from './allowed-address.ts';

/** A whole number written in an attribute, kept only between its bounds. */
const wholeBetween = (text: string | null, min: number, max: number): number | null => {
  const value = Number(text);
  return text !== null && /^\d+$/.test(text) && value >= min && value <= max ? value : null;
};

const FIXED = (value: string | null) => ({ default: value, parseHTML: () => value });

const SafeLink = Link.extend({
  // Whatever page a link was copied from, it opens as ours do.
  addAttributes() {
    return {
      href: { default: null },
      target: FIXED('_blank'),
      rel: FIXED('noopener noreferrer nofollow'),
      class: FIXED(null),
      title: FIXED(null),
    };
  },
});

const OwnImage = Image.extend({
  addAttributes() {
    return {
      src: { default: null, parseHTML: (element) => ownImagePath(element.getAttribute('src')) },
      alt: { default: null, parseHTML: (element) => element.getAttribute('alt')?.slice(0, 300) ?? null },
      title: FIXED(null),
      width: { default: null, parseHTML: (element) => wholeBetween(element.getAttribute('width'), 1, 10_000) },
      height: { default: null, parseHTML: (element) => wholeBetween(element.getAttribute('height'), 1, 10_000) },
    };
  },
  parseHTML: () => [{ tag: 'img[src]', getAttrs: (element) => (ownImagePath(element.getAttribute('src')) ? null : false) }],
  // `![](https://…)` would show somebody else's image.
  addInputRules: () => [],
});

const BoundedOrderedList = OrderedList.extend({
  addAttributes() {
    return {
      start: { default: 1, parseHTML: (element) => wholeBetween(element.getAttribute('start'), 0, 100_000) ?? 1 },
      type: FIXED(null),
    };
  },
  addInputRules() {
    return [
      wrappingInputRule({
        find: /^(\d{1,5})\.\s$/,
        type: this.type,
        getAttributes: (match) => ({ start: Number(match[1]) }),
        joinPredicate: (match, node) => node.childCount + node.attrs.start === Number(match[1]),
      }),
    ];
  },
});

const BoundedCodeBlock = CodeBlock.extend({
  addAttributes() {
    const language = (element: HTMLElement) =>
      /\blanguage-([\w+#.-]{1,40})(?:\s|$)/.exec(element.firstElementChild?.className ?? '')?.[1] ?? null;
    return { language: { default: null, parseHTML: language, rendered: false } };
  },
  addInputRules() {
    return [
      textblockTypeInputRule({
        find: /^```([a-z]{1,40})?[\s\n]$/,
        type: this.type,
        getAttributes: (match) => ({ language: match[1] ?? null }),
      }),
    ];
  },
});

// The page already has its h1, and a reply needs no more than two levels.
const TwoHeadings = Heading.extend({
  parseHTML: () => [
    { tag: 'h1', attrs: { level: 2 } },
    { tag: 'h2', attrs: { level: 2 } },
    ...['h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag, attrs: { level: 3 } })),
  ],
}).configure({ levels: [2, 3] });

const cellAttributes = () => ({
  colspan: { default: 1, parseHTML: (element: HTMLElement) => wholeBetween(element.getAttribute('colspan'), 1, 50) ?? 1 },
  rowspan: { default: 1, parseHTML: (element: HTMLElement) => wholeBetween(element.getAttribute('rowspan'), 1, 200) ?? 1 },
  // Columns share the width: what a spreadsheet says in pixels does not fit a telephone.
  colwidth: { default: null, parseHTML: () => null },
  align: {
    default: null,
    parseHTML: (element: HTMLElement) => {
      const align = element.style.textAlign || element.getAttribute('align');
      return align === 'left' || align === 'center' || align === 'right' ? align : null;
    },
    renderHTML: ({ align }: Record<string, unknown>) => (align ? { style: `text-align: ${align}` } : {}),
  },
});

const KnownMention = Mention.extend({
  addAttributes() {
    return {
      id: { default: null, parseHTML: (element) => element.getAttribute('data-id'), renderHTML: ({ id }) => ({ 'data-id': id }) },
      label: {
        default: '',
        parseHTML: (element) => (element.getAttribute('data-label') ?? '').slice(0, 200),
        renderHTML: ({ label }) => ({ 'data-label': label }),
      },
      mentionSuggestionChar: { ...FIXED('@'), rendered: false },
    };
  },
  parseHTML: () => [
    { tag: 'span[data-type="mention"]', getAttrs: (element) => (/^.{1,64}$/.test(element.getAttribute('data-id') ?? '') ? null : false) },
  ],
});

type Suggestion = NonNullable<Parameters<typeof Mention.configure>[0]>['suggestion'];

/**
 * The editor's schema: exactly the nodes, marks and attributes `richTextSchema` accepts, whatever is typed or pasted.
 * @param suggestion how people are offered after « @ »; left out where nothing is typed.
 */
export const richTextExtensions = (suggestion?: Suggestion): Extensions => [
  StarterKit.configure({
    heading: false,
    link: false,
    orderedList: false,
    codeBlock: false,
    dropcursor: { width: 2, color: 'var(--blue)' },
  }),
  TwoHeadings,
  BoundedOrderedList,
  BoundedCodeBlock,
  SafeLink.configure({
    openOnClick: false,
    defaultProtocol: 'https',
    isAllowedUri: (url) => isAllowedAddress(url),
    // « mairie.fr » in a sentence is a name, not yet a link.
    shouldAutoLink: (url) => isAllowedAddress(url),
  }),
  OwnImage,
  Table.configure({ resizable: false }),
  TableRow,
  TableCell.extend({ addAttributes: cellAttributes }),
  TableHeader.extend({ addAttributes: cellAttributes }),
  KnownMention.configure({
    ...(suggestion && { suggestion }),
    renderHTML: ({ node }) => [
      'span',
      { 'data-type': 'mention', 'data-id': node.attrs.id, 'data-label': node.attrs.label },
      `@${node.attrs.label}`,
    ],
    renderText: ({ node }) => `@${node.attrs.label}`,
  }),
];
