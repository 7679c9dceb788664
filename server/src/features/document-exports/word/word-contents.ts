import { type FileChild, Paragraph, TextRun } from 'docx';
import type { ContentsEntry } from '../contents-entries.ts';
import { bodyChild, element, textNode, type XmlElement } from './xml-element.ts';

const run = (...elements: XmlElement[]): XmlElement => element('w:r', {}, elements);
const fieldMark = (type: 'begin' | 'separate' | 'end'): XmlElement => run(element('w:fldChar', { 'w:fldCharType': type }));
const instruction = (text: string): XmlElement => run(element('w:instrText', { 'xml:space': 'preserve' }, [textNode(text)]));

const line = ({ level, label, anchor }: ContentsEntry, before: XmlElement[]): XmlElement =>
  element('w:p', {}, [
    element('w:pPr', {}, [element('w:pStyle', { 'w:val': `TOC${level}` })]),
    ...before,
    element('w:hyperlink', { 'w:anchor': anchor, 'w:history': '1' }, [run(element('w:t', { 'xml:space': 'preserve' }, [textNode(label)]))]),
  ]);

/**
 * A true table of contents, that Word updates when asked, with its lines already there: opening the file asks nothing. Page
 * numbers are Word's to compute: they come with its first update, since any we would write could be wrong.
 */
export const wordContents = (entries: readonly ContentsEntry[]): FileChild[] => {
  if (entries.length === 0) return [];
  const begin = [fieldMark('begin'), instruction(' TOC \\o "1-3" \\h \\z \\u '), fieldMark('separate')];
  const lines = entries.map((entry, index) => line(entry, index === 0 ? begin : []));
  const end = element('w:p', {}, [
    element('w:pPr', {}, [element('w:pStyle', { 'w:val': 'Separator' })]),
    fieldMark('end'),
    run(element('w:br', { 'w:type': 'page' })),
  ]);
  const gallery = element('w:docPartObj', {}, [element('w:docPartGallery', { 'w:val': 'Table of Contents' }), element('w:docPartUnique')]);
  return [
    new Paragraph({ style: 'TOCHeading', children: [new TextRun('Sommaire')] }),
    bodyChild(element('w:sdt', {}, [element('w:sdtPr', {}, [gallery]), element('w:sdtContent', {}, [...lines, end])])),
  ];
};
