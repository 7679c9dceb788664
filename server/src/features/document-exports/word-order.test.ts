import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { sampleDocument } from './testing/sample-document.ts';
import { ANY_ORDER, FIRST, SEQUENCES } from './testing/word-sequences.ts';
import {
  bullets,
  cell,
  deleted,
  doc,
  header,
  inserted,
  link,
  numbers,
  p,
  paragraph,
  proposal,
  table,
  text,
} from './testing/written-document.ts';
import { toDocx } from './to-docx.ts';

interface Element {
  name: string;
  children: string[];
}

/** Every element of Word's own vocabulary in a part, with the names of its children in order. */
const elementsOf = (xml: string): Element[] => {
  const found: Element[] = [];
  const open: Element[] = [];
  for (const [, closing, name = '', alone] of xml.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (closing) {
      open.pop();
      continue;
    }
    open.at(-1)?.children.push(name.replace(/^w:/, ''));
    const element = { name: name.replace(/^w:/, ''), children: [] };
    if (name.startsWith('w:')) found.push(element);
    if (!alone) open.push(element);
  }
  return found;
};

/** What is wrong with the children of an element, in words; null where nothing is. */
const wrongIn = ({ name, children }: Element): string | null => {
  const said = `${name}: ${children.join(' ')}`;
  if (children.length === 0 || ANY_ORDER.has(name)) return null;
  const first = FIRST[name];
  if (first) return children.lastIndexOf(first) > 0 ? said : null;
  const places = children.map((child) => SEQUENCES[name]?.indexOf(child) ?? -1);
  return places.includes(-1) || places.some((place, index) => index > 0 && place < (places[index - 1] as number)) ? said : null;
};

const wrongInFile = async (docx: Buffer): Promise<string[]> => {
  const parts = (await JSZip.loadAsync(docx)).file(/^word\/.*\.xml$/);
  const xml = await Promise.all(parts.map((part) => part.async('string')));
  return [...new Set(xml.flatMap(elementsOf).flatMap((element) => wrongIn(element) ?? []))];
};

const LOOKS = ['bold', 'italic', 'underline', 'strike'];
/** Words in every combination of looks, plain, in a link, and proposed either way or both. */
const everyLook = () =>
  Array.from({ length: 2 ** LOOKS.length }, (_, bits) => LOOKS.filter((_look, index) => bits & (1 << index))).flatMap((looks) =>
    [
      [],
      [link('https://www.insee.fr')],
      [inserted('1', 'Acheteur')],
      [deleted('2', 'Acheteur')],
      [inserted('3', 'Acheteur'), deleted('4', 'Juriste')],
    ].map((more) => text('mot ', ...looks, ...more)),
  );
const BREAKS = [
  {},
  { insertedBreak: proposal('5', 'Acheteur') },
  { deletedBreak: proposal('6', 'Acheteur') },
  { insertedBreak: proposal('7', 'Acheteur'), deletedBreak: proposal('8', 'Juriste') },
];
/** Paragraphs as they may be set, wherever they stand. */
const everyParagraph = () =>
  ['left', 'center', 'right', 'justify'].flatMap((align) => BREAKS.map((attrs) => paragraph({ align, ...attrs }, 'ceci :')));
const everyHeading = () =>
  [1, 2, 3].flatMap((level) =>
    BREAKS.flatMap((attrs) =>
      [true, false].map((numbered) => ({
        type: 'heading',
        attrs: { level, numbered, align: 'center', ...attrs },
        content: [{ type: 'text', text: 'Titre' }],
      })),
    ),
  );

describe('the order of what a Word file says', () => {
  it('is the standard’s, in every part of a document that has everything', async () => {
    expect(await wrongInFile(await toDocx(sampleDocument()))).toEqual([]);
    expect(await wrongInFile(await toDocx(sampleDocument({ draft: false, contents: false })))).toEqual([]);
  });
  it('is the standard’s for every look of a word and of a paragraph, proposed or not, in lists, tables and quotations', async () => {
    const blocks = [...everyParagraph(), { type: 'image', attrs: { src: '/api/images/plan', alt: 'Plan', width: 480, height: 240 } }];
    const content = doc(
      p(...everyLook()),
      ...everyHeading(),
      ...blocks,
      bullets(blocks, [numbers(4, blocks), table([cell('dans une liste')])]),
      { type: 'blockquote', content: blocks },
      table([header('titre', { colspan: 2 })], [{ type: 'tableCell', attrs: { rowspan: 2 }, content: blocks }, cell('un')], [cell('deux')]),
    );
    expect(await wrongInFile(await toDocx(sampleDocument({ content, comments: [] })))).toEqual([]);
  });
});
