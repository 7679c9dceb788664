import {
  BorderStyle,
  DocumentDefaults,
  type ICharacterStyleOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
  type XmlComponent,
} from 'docx';
import { ARTICLES } from './heading-numbering.ts';
import { component, element } from './xml-element.ts';

/** The Word half of Calibri's look where Calibri is not: Carlito and Liberation Sans take its place in LibreOffice. */
const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'Calibri' };
const NAVY = '1B2F4B';
const GREY = '5B6470';

const heading = (size: number, before: number, level: number): IParagraphStyleOptions => ({
  id: `Heading${level + 1}`,
  name: `heading ${level + 1}`,
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  uiPriority: 9,
  run: { font: FONT, size, bold: true, color: NAVY },
  paragraph: {
    spacing: { before, after: 100 },
    keepNext: true,
    keepLines: true,
    outlineLevel: level,
    numbering: { reference: ARTICLES, level },
  },
});

/** Between paragraphs, in twentieths of a point; items of a list stand closer. */
export const NORMAL_AFTER = 120;

const contents = (level: number): IParagraphStyleOptions => ({
  id: `TOC${level}`,
  name: `toc ${level}`,
  basedOn: 'Normal',
  next: 'Normal',
  uiPriority: 39,
  run: level === 1 ? { bold: true } : {},
  paragraph: {
    spacing: { before: level === 1 ? 80 : 0, after: 20, line: 250, lineRule: LineRuleType.AUTO },
    indent: { left: (level - 1) * 280, right: 567 },
  },
});

const paragraphStyles: IParagraphStyleOptions[] = [
  {
    id: 'Normal',
    name: 'Normal',
    quickFormat: true,
    paragraph: {
      spacing: { after: NORMAL_AFTER, line: 271, lineRule: LineRuleType.AUTO },
      widowControl: true,
    } as IParagraphStyleOptions['paragraph'],
  },
  {
    id: 'Title',
    name: 'Title',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { font: FONT, size: 44, bold: true, color: NAVY },
    paragraph: { spacing: { before: 0, after: 80 } },
  },
  heading(28, 360, 0),
  heading(24, 240, 1),
  heading(22, 180, 2),
  { id: 'ListParagraph', name: 'List Paragraph', basedOn: 'Normal', quickFormat: true, paragraph: { spacing: { after: 60 } } },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { color: GREY, size: 22 },
    paragraph: { spacing: { after: 60 } },
  },
  { id: 'FrontKind', name: 'Nature du document', basedOn: 'Subtitle', next: 'Normal', run: { bold: true } },
  { id: 'FrontState', name: 'État du document', basedOn: 'Subtitle', next: 'Normal', paragraph: { spacing: { after: 240 } } },
  {
    id: 'TOCHeading',
    name: 'TOC Heading',
    basedOn: 'Normal',
    next: 'Normal',
    uiPriority: 39,
    run: { bold: true, size: 28, color: NAVY },
    paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
  },
  contents(1),
  contents(2),
  contents(3),
  {
    id: 'ListContinue',
    name: 'List Continue',
    basedOn: 'Normal',
    paragraph: { spacing: { after: 60 } },
  },
  {
    id: 'Quote',
    name: 'Quote',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { italics: true, color: GREY },
    paragraph: { indent: { left: 567, right: 567 }, border: { left: { style: BorderStyle.SINGLE, size: 12, color: 'B9C3CF', space: 10 } } },
  },
  {
    id: 'TableText',
    name: 'Table Text',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: 20 },
    paragraph: { spacing: { after: 40, line: 250, lineRule: LineRuleType.AUTO } },
  },
  {
    id: 'TableHeading',
    name: 'Table Heading',
    basedOn: 'TableText',
    quickFormat: true,
    run: { bold: true },
  },
  {
    id: 'Rule',
    name: 'Filet',
    basedOn: 'Normal',
    paragraph: {
      border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'B9C3CF', space: 1 } },
      spacing: { before: 0, after: 160 },
    },
  },
  {
    id: 'PageBreak',
    name: 'Saut de page',
    basedOn: 'Normal',
    run: { size: 2 },
    paragraph: { spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } },
  },
  { id: 'Separator', name: 'Séparateur', basedOn: 'Normal', run: { size: 2 }, paragraph: { spacing: { before: 0, after: 0 } } },
  { id: 'Header', name: 'header', basedOn: 'Normal', run: { size: 18, color: GREY }, paragraph: { spacing: { after: 0 } } },
  { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 18, color: GREY }, paragraph: { spacing: { after: 0 } } },
  { id: 'CommentText', name: 'annotation text', basedOn: 'Normal', run: { size: 20 }, paragraph: { spacing: { after: 0 } } },
];

/** The library writes no table styles: this is Word's own « Table Grid », in grey. */
const tableGridStyle = (): XmlComponent => {
  const border = (side: string) => element(`w:${side}`, { 'w:val': 'single', 'w:sz': '4', 'w:space': '0', 'w:color': '9AA5B1' });
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border);
  const style = element('w:style', { 'w:type': 'table', 'w:styleId': 'TableGrid' }, [
    element('w:name', { 'w:val': 'Table Grid' }),
    element('w:uiPriority', { 'w:val': '39' }),
    element('w:tblPr', {}, [element('w:tblBorders', {}, borders)]),
  ]);
  return component(style);
};

const characterStyles: ICharacterStyleOptions[] = [
  { id: 'Hyperlink', name: 'Hyperlink', uiPriority: 99, run: { color: '1D4F91', underline: {} } },
  { id: 'CommentReference', name: 'annotation reference', run: { size: 16 } },
];

/** The styles of our Word files, by the names Word itself gives them, in French. */
export const wordStyles = (): IStylesOptions => ({
  importedStyles: [
    new DocumentDefaults({ run: { font: FONT, size: 22, language: { value: 'fr-FR', eastAsia: 'fr-FR' } } }) as never,
    tableGridStyle(),
  ],
  paragraphStyles,
  characterStyles,
});
