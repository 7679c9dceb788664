import { BookmarkEnd, BookmarkStart, HeadingLevel, type IParagraphOptions, Paragraph, type ParagraphChild } from 'docx';
import type { ContentsEntry } from '../contents-entries.ts';
import type { HeadingPlace } from './heading-numbering.ts';

const STYLES = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** A heading in Word's own style, numbered by Word, with the bookmark that the contents lead to. */
export const headingParagraph = (
  { level, anchor, place }: ContentsEntry & { place: HeadingPlace | null },
  properties: IParagraphOptions,
  children: ParagraphChild[],
  bookmark: number,
): Paragraph =>
  new Paragraph({
    ...properties,
    heading: STYLES[level],
    numbering: place ?? false,
    // The library numbers all its bookmarks alike, and Word keeps only one of those.
    children: [new BookmarkStart(anchor, bookmark), ...children, new BookmarkEnd(bookmark)] as unknown as ParagraphChild[],
  });
