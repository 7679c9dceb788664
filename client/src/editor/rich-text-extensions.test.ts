import type { RichText } from '@beffroi/shared/core/rich-text';
import { Editor, getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { isAllowedAddress } from './allowed-address.ts';
import { find, pasted, refusal } from './rich-text.fixtures.ts';
import { richTextExtensions } from './rich-text-extensions.ts';

const schema = getSchema(richTextExtensions());
let editor: Editor | null = null;
afterEach(() => editor?.destroy());

const mounted = (): Editor => {
  editor = new Editor({ element: document.createElement('div'), extensions: richTextExtensions() });
  return editor;
};

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
    expect(refusal(doc)).toBeUndefined();
  });
});

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
    expect(refusal(doc)).toBeUndefined();
  });

  test.each(['123456789. long', `\`\`\`${'a'.repeat(60)} x`, '![x](https://traceur.example/a.png) y', '# Grand titre'])(
    '%s stays acceptable',
    (text) => {
      expect(refusal(typed(text))).toBeUndefined();
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
      '\\',
      '\t',
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
      expect(isAllowedAddress(href)).toBe(refusal(link(href)) === undefined);
    }),
    { numRuns: 1_000 },
  );
});
