import { plainText } from '@beffroi/shared/core/rich-text';
import { Editor } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { find, pasted, refusal } from './rich-text.fixtures.ts';
import { richTextExtensions } from './rich-text-extensions.ts';

/** Parsing hundreds of documents takes its time on a busy machine. */
const PATIENCE_MS = 30_000;

const value = fc.oneof(
  fc.constantFrom(
    '',
    '1',
    '0',
    '-3',
    '999999999',
    '50%',
    'a',
    'javascript:alert(1)',
    '//evil.example',
    'https://anzin.fr',
    'ftp://x',
    '/api/images/ok',
    'data:image/png;base64,AA',
    'x'.repeat(500),
  ),
  fc.string({ maxLength: 20 }),
);
const attributeNames = [
  'href',
  'src',
  'alt',
  'title',
  'class',
  'style',
  'target',
  'rel',
  'start',
  'type',
  'width',
  'height',
  'colspan',
  'rowspan',
  'data-colwidth',
  'align',
  'data-type',
  'data-id',
  'data-label',
  'data-mention-suggestion-char',
  'onclick',
  'id',
];
const tags = [
  'p',
  'h1',
  'h2',
  'h4',
  'a',
  'img',
  'ol',
  'ul',
  'li',
  'blockquote',
  'pre',
  'code',
  'strong',
  'em',
  'u',
  's',
  'span',
  'div',
  'hr',
  'br',
  'table',
  'tr',
  'td',
  'th',
  'font',
  'section',
  'svg',
  'object',
  'script',
  'style',
];
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const { html } = fc.letrec<{ html: string; element: string }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom(...tags),
      fc.dictionary(fc.constantFrom(...attributeNames), value, { maxKeys: 5 }),
      fc.array(tie('html'), { maxLength: 3 }),
    )
    .map(
      ([tag, attributes, children]) =>
        `<${tag}${Object.entries(attributes)
          .map(([name, text]) => ` ${name}="${escaped(text)}"`)
          .join('')}>${children.join('')}</${tag}>`,
    ),
  html: fc.oneof({ depthSize: 'small', maxDepth: 5 }, fc.string({ maxLength: 12 }).map(escaped), tie('element')),
}));

describe('pasted HTML', () => {
  test(
    'whatever it is, becomes a text the server accepts',
    () => {
      fc.assert(
        fc.property(fc.array(html, { maxLength: 4 }), (parts) => {
          expect(refusal(pasted(parts.join('')))).toBeUndefined();
        }),
        { numRuns: 150 },
      );
    },
    PATIENCE_MS,
  );

  test('loses scripts, styles, frames and other people’s images', () => {
    const doc = pasted(
      '<style>p{color:red}</style><script>alert(1)</script><object data="https://x">objet</object><img src="https://traceur.example/p.gif"><img src="data:image/png;base64,AA"><p style="color:red" onclick="x()">texte</p>',
    );
    expect(find(doc, 'image')).toEqual([]);
    expect(plainText(doc)).toBe('début\ntexte\nfin');
    expect(JSON.stringify(doc)).not.toMatch(/style|onclick|script|color/);
  });

  test('keeps our own images by their path, even copied with the full address', () => {
    const doc = pasted(`<img src="${location.origin}/api/images/abc" alt="Plan">`);
    expect(find(doc, 'image')[0]?.attrs).toMatchObject({ src: '/api/images/abc', alt: 'Plan' });
  });

  test('keeps the words of a link whose address is refused', () => {
    const doc = pasted(
      '<p><a href="javascript:alert(1)">ici</a> <a href="https://anzin.fr" target="_top" rel="opener" class="x">là</a></p>',
    );
    expect(plainText(doc)).toContain('ici là');
    const links = find(doc, 'text').flatMap((node) => node.marks ?? []);
    expect(links).toEqual([
      {
        type: 'link',
        attrs: { href: 'https://anzin.fr', target: '_blank', rel: 'noopener noreferrer nofollow', class: null, title: null },
      },
    ]);
  });
});

test(
  'what goes through the clipboard is cleaned the same way',
  () => {
    fc.assert(
      fc.property(
        html.filter((part) => !part.includes('<style')),
        (part) => {
          const open = new Editor({ element: document.createElement('div'), extensions: richTextExtensions() });
          open.commands.insertContent('Bonjour ');
          open.view.pasteHTML(part);
          expect(refusal(open.getJSON())).toBeUndefined();
          open.destroy();
        },
      ),
      { numRuns: 60 },
    );
  },
  PATIENCE_MS,
);
