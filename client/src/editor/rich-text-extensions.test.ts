import { plainText, type RichText, type RichTextNode, richTextSchema } from '@beffroi/shared/core/rich-text';
import { Editor, generateJSON, getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { isAllowedAddress } from './allowed-address.ts';
import { richTextExtensions } from './rich-text-extensions.ts';

/** Parsing hundreds of documents takes its time on a busy machine. */
const PATIENCE_MS = 30_000;
const schema = getSchema(richTextExtensions());
let editor: Editor | null = null;
afterEach(() => editor?.destroy());

const pasted = (html: string): RichText => generateJSON(`<p>début</p>${html}<p>fin</p>`, richTextExtensions()) as RichText;
const accepted = (doc: unknown) => richTextSchema.safeParse(doc);
const find = (node: RichTextNode, type: string): RichTextNode[] => [
  ...(node.type === type ? [node] : []),
  ...(node.content ?? []).flatMap((child) => find(child, type)),
];

describe('the editor’s schema', () => {
  test('knows exactly the nodes and marks of the text format', () => {
    expect(Object.keys(schema.nodes).sort()).toEqual([
      'blockquote',
      'bulletList',
      'codeBlock',
      'doc',
      'hardBreak',
      'heading',
      'horizontalRule',
      'image',
      'listItem',
      'mention',
      'orderedList',
      'paragraph',
      'table',
      'tableCell',
      'tableHeader',
      'tableRow',
      'text',
    ]);
    expect(Object.keys(schema.marks).sort()).toEqual(['bold', 'code', 'italic', 'link', 'strike', 'underline']);
  });

  test('knows exactly their attributes', () => {
    const attributes = Object.fromEntries(
      [...Object.values(schema.nodes), ...Object.values(schema.marks)]
        .filter((type) => type.spec.attrs && Object.keys(type.spec.attrs).length)
        .map((type) => [type.name, Object.keys(type.spec.attrs ?? {}).sort()]),
    );
    expect(attributes).toEqual({
      codeBlock: ['language'],
      heading: ['level'],
      image: ['alt', 'height', 'src', 'title', 'width'],
      link: ['class', 'href', 'rel', 'target', 'title'],
      mention: ['id', 'label', 'mentionSuggestionChar'],
      orderedList: ['start', 'type'],
      tableCell: ['align', 'colspan', 'colwidth', 'rowspan'],
      tableHeader: ['align', 'colspan', 'colwidth', 'rowspan'],
    });
  });

  test('every node and mark it can hold is accepted', () => {
    const html = `
      <h1>a</h1><h2>b</h2><h3>c</h3><h5>d</h5><p>e<br>f <strong>g</strong> <em>h</em> <u>i</u> <s>j</s> <code>k</code> <a href="https://anzin.fr">l</a></p>
      <ul><li><p>m</p><ol start="4"><li>n</li></ol></li></ul><blockquote><p>o</p></blockquote><pre><code class="language-sql">p</code></pre><hr>
      <img src="/api/images/abc_1" alt="q" width="640" height="480"><p><span data-type="mention" data-id="p1" data-label="Juriste">@Juriste</span></p>
      <table><tr><th colspan="2" style="text-align:center">r</th></tr><tr><td rowspan="2">s</td><td></td></tr></table>`;
    const doc = pasted(html);
    for (const name of Object.keys(schema.nodes).filter((node) => node !== 'text')) expect(find(doc, name), name).not.toHaveLength(0);
    expect(accepted(doc).error?.issues).toBeUndefined();
  });
});

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
          const result = accepted(pasted(parts.join('')));
          expect(result.error?.issues).toBeUndefined();
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

const mounted = (): Editor => {
  editor = new Editor({ element: document.createElement('div'), extensions: richTextExtensions() });
  return editor;
};

test(
  'what goes through the clipboard is cleaned the same way',
  () => {
    fc.assert(
      fc.property(
        html.filter((part) => !part.includes('<style')),
        (part) => {
          const open = mounted();
          open.commands.insertContent('Bonjour ');
          open.view.pasteHTML(part);
          expect(accepted(open.getJSON()).error?.issues).toBeUndefined();
          open.destroy();
        },
      ),
      { numRuns: 60 },
    );
  },
  PATIENCE_MS,
);

describe('typed text', () => {
  const typed = (text: string): RichText => {
    const open = mounted();
    for (const character of text) {
      const { from, to } = open.state.selection;
      const insert = () => open.state.tr.insertText(character, from, to);
      if (!open.view.someProp('handleTextInput', (handle) => handle(open.view, from, to, character, insert))) open.view.dispatch(insert());
    }
    return open.getJSON() as RichText;
  };

  test.each([
    ['## Titre', 'heading'],
    ['- point', 'bulletList'],
    ['3. point', 'orderedList'],
    ['> mot', 'blockquote'],
    ['``` texte', 'codeBlock'],
  ])('%s makes a %s', (text, type) => {
    const doc = typed(text);
    expect(find(doc, type)).toHaveLength(1);
    expect(accepted(doc).error?.issues).toBeUndefined();
  });

  test.each(['123456789. long', `\`\`\`${'a'.repeat(60)} x`, '![x](https://traceur.example/a.png) y', '# Grand titre'])(
    '%s stays acceptable',
    (text) => {
      expect(accepted(typed(text)).error?.issues).toBeUndefined();
    },
  );
});

test('addresses are judged as the shared schema judges them', () => {
  const link = (href: string) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }] }],
  });
  const parts = fc.array(
    fc.constantFrom(
      'http',
      'https',
      ':',
      '/',
      '//',
      'mailto:',
      'a@b.fr',
      'tel:',
      '+33',
      '0',
      ' ',
      'javascript:',
      'x',
      '.fr',
      '\n',
      'HTTPS://',
    ),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(parts, (pieces) => {
      const href = pieces.join('');
      expect(isAllowedAddress(href)).toBe(accepted(link(href)).success);
    }),
    { numRuns: 1_000 },
  );
});
