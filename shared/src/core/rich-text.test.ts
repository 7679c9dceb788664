import { describe, expect, it } from 'vitest';
import { imagesOf, mentionsOf, plainText, RICH_TEXT_LIMITS, type RichText, type RichTextNode, richTextSchema } from './rich-text.ts';

const doc = (...content: RichTextNode[]) => ({ type: 'doc', content });
const text = (value: string, ...marks: RichTextNode['marks'] & {}) => ({ type: 'text', text: value, ...(marks.length > 0 && { marks }) });
const paragraph = (...content: RichTextNode[]) => ({ type: 'paragraph', content });
const item = (...content: RichTextNode[]) => ({ type: 'listItem', content });
const accepts = (value: unknown) => richTextSchema.safeParse(value).success;
const linkTo = (href: string) => doc(paragraph(text('lien', { type: 'link', attrs: { href } })));
const imageFrom = (src: string) => doc({ type: 'image', attrs: { src, alt: 'Plan' } });

const rich = doc(
  { type: 'heading', attrs: { level: 2 }, content: [text('Délais')] },
  paragraph(
    text('Voir '),
    text('l’article', { type: 'bold' }),
    { type: 'hardBreak' },
    { type: 'mention', attrs: { id: 'p1', label: 'Juriste' } },
  ),
  {
    type: 'bulletList',
    content: [
      item(paragraph(text('un'))),
      item(paragraph(text('deux')), { type: 'orderedList', attrs: { start: 3 }, content: [item(paragraph(text('trois')))] }),
    ],
  },
  { type: 'blockquote', content: [paragraph(text('cité'))] },
  {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [
          { type: 'tableHeader', content: [paragraph(text('Lot'))] },
          { type: 'tableCell', attrs: { colspan: 2, rowspan: 1, colwidth: null }, content: [paragraph(text('1'))] },
        ],
      },
    ],
  },
  { type: 'image', attrs: { src: '/api/images/64f0c2', alt: 'Plan', title: null } },
  { type: 'horizontalRule' },
  { type: 'codeBlock', attrs: { language: null }, content: [text('A = B')] },
);

describe('the text format', () => {
  it('accepts everything the editor writes', () => {
    expect(richTextSchema.safeParse(rich).error?.issues).toBeUndefined();
  });

  it.each([
    ['an unknown node', doc({ type: 'iframe', attrs: { src: 'https://exemple.fr' } })],
    ['an unknown mark', doc(paragraph(text('a', { type: 'textStyle' })))],
    [
      'an unknown attribute of a node',
      doc({ type: 'paragraph', attrs: { style: 'position:fixed' }, content: [text('a')] } as RichTextNode),
    ],
    ['an event attribute on an image', doc({ type: 'image', attrs: { src: '/api/images/64f0c2', onerror: 'alert(1)' } })],
    ['an unknown property of a node', doc({ ...paragraph(text('a')), html: '<b>' } as RichTextNode)],
    ['an unknown property of the document', { ...doc(paragraph(text('a'))), script: '' }],
    ['a heading of level 1', doc({ type: 'heading', attrs: { level: 1 }, content: [text('a')] })],
    ['a block where text belongs', doc(paragraph(paragraph(text('a'))))],
    ['text where a block belongs', doc(text('a'))],
    ['a list without items', doc({ type: 'bulletList', content: [] })],
    ['an empty text', doc(paragraph())],
    ['spaces alone', doc(paragraph(text('   ')))],
    ['no content', { type: 'doc' }],
    ['a string', 'texte'],
    ['an array', [doc()]],
    ['null', null],
    ['text that is a number', doc(paragraph({ type: 'text', text: 5 as never }))],
  ])('refuses %s', (_what, value) => {
    expect(accepts(value)).toBe(false);
  });

  it.each([
    'https://www.legifrance.gouv.fr/codes/',
    'http://anzin.fr',
    'mailto:mairie@anzin.example',
    'tel:+33327000000',
    '/clubs/urbanisme',
  ])('accepts a link to %s', (href) => expect(accepts(linkTo(href))).toBe(true));
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    '//exemple.fr',
    '/\\exemple.fr',
    '/\t/exemple.fr',
    'file:///etc/passwd',
  ])('refuses a link to %s', (href) => expect(accepts(linkTo(href))).toBe(false));
  it.each(['https://exemple.fr/a.png', 'data:image/png;base64,AA', '/api/images/../auth', '/api/imagesx', '/api/images/a/b'])(
    'refuses an image from %s',
    (src) => expect(accepts(imageFrom(src))).toBe(false),
  );

  it('says in French that a text is too long, at the field', () => {
    const issue = richTextSchema.safeParse(doc(paragraph(text('a'.repeat(RICH_TEXT_LIMITS.characters + 1))))).error?.issues[0];
    expect(issue?.message).toMatch(/^Le texte dépasse 20/);
  });

  it('refuses ten thousand levels without exhausting the stack', () => {
    let nested: RichTextNode = paragraph(text('fond'));
    for (let i = 0; i < 10_000; i++) nested = { type: 'blockquote', content: [nested] };
    expect(richTextSchema.safeParse(doc(nested)).error?.issues[0]?.message).toBe('Le texte est trop imbriqué.');
  });

  it('refuses more images than allowed', () => {
    const image = { type: 'image', attrs: { src: '/api/images/64f0c2' } };
    expect(accepts(doc(...Array.from({ length: RICH_TEXT_LIMITS.images }, () => image)))).toBe(true);
    expect(accepts(doc(...Array.from({ length: RICH_TEXT_LIMITS.images + 1 }, () => image)))).toBe(false);
  });
});

describe('reading a text', () => {
  it('gives its words in order, a line a block', () => {
    expect(plainText(rich as RichText)).toBe('Délais\nVoir l’article\n@Juriste\nun\ndeux\ntrois\ncité\nLot\n1\nA = B');
  });
  it('names whom it mentions and what it shows, once each', () => {
    const mention = { type: 'mention', attrs: { id: 'p1', label: 'Juriste' } };
    const twice = doc(
      paragraph(mention, mention),
      ...imageFrom('/api/images/64f0c2').content,
      ...imageFrom('/api/images/64f0c2').content,
    ) as RichText;
    expect(mentionsOf(twice)).toEqual(['p1']);
    expect(imagesOf(twice)).toEqual(['64f0c2']);
  });
});
