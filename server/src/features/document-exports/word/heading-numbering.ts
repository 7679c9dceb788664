import type { HeadingLevel } from '@beffroi/shared/collab/document-schema';
import { AlignmentType, type ILevelsOptions, LevelFormat, LevelSuffix } from 'docx';

/** Where a heading takes its number from. */
export interface HeadingPlace {
  reference: string;
  level: number;
}

interface NumberedHeading {
  level: HeadingLevel;
  number: string;
}

type Config = { reference: string; levels: ILevelsOptions[] };

const HANGING = { indent: { left: 567, hanging: 567 } };

/** The three levels of headings; `article` is what the second shows of the first: `%1`, or a number written out. */
const levels = (article: string | null, bound: boolean): ILevelsOptions[] => [
  {
    level: 0,
    format: LevelFormat.DECIMAL,
    text: 'Article %1 –',
    suffix: LevelSuffix.SPACE,
    alignment: AlignmentType.LEFT,
    ...(bound && { style: { style: 'Heading1' } }),
  },
  {
    level: 1,
    format: LevelFormat.DECIMAL,
    text: article ? `${article}.%2` : '%2',
    alignment: AlignmentType.LEFT,
    style: { paragraph: HANGING, ...(bound && { style: 'Heading2' }) },
  },
  {
    level: 2,
    format: LevelFormat.LOWER_LETTER,
    text: '%3)',
    alignment: AlignmentType.LEFT,
    style: { paragraph: HANGING, ...(bound && { style: 'Heading3' }) },
  },
];

export const ARTICLES = 'articles';

/**
 * Follows Word's own numbering through a document, so that Word's numbers are those of `headingNumbers`. One multilevel list,
 * bound to the heading styles, bears nearly all of them; what a heading without number interrupts takes a list of its own, since
 * Word would go on counting through it.
 */
class HeadingCount {
  readonly lists: Config[] = [{ reference: ARTICLES, levels: levels('%1', true) }];
  private articles = 0;
  // The list in which parts, and letters, are counted at this point of the document.
  private parts: string | null = null;
  private letters: string | null = null;

  private declare(name: string, article: string | null): string {
    const reference = `${name}-${this.lists.length}`;
    this.lists.push({ reference, levels: levels(article, false) });
    return reference;
  }

  private article(numbered: boolean): HeadingPlace | null {
    this.articles += numbered ? 1 : 0;
    this.parts = numbered ? ARTICLES : null;
    this.letters = this.parts;
    return numbered ? { reference: ARTICLES, level: 0 } : null;
  }

  private part(numbered: boolean): HeadingPlace | null {
    this.letters = null;
    if (!numbered) return null;
    this.parts ??= this.declare('parts', this.articles ? `${this.articles}` : null);
    this.letters = this.parts;
    return { reference: this.parts, level: 1 };
  }

  private letter(numbered: boolean): HeadingPlace | null {
    if (!numbered) return null;
    this.letters ??= this.declare('letters', null);
    return { reference: this.letters, level: 2 };
  }

  place({ level, number }: NumberedHeading): HeadingPlace | null {
    const numbered = number !== '';
    if (level === 1) return this.article(numbered);
    return level === 2 ? this.part(numbered) : this.letter(numbered);
  }
}

/**
 * Gives each heading its place in Word's numbering.
 * @returns one place a heading, null where it bears no number, and the lists to declare
 */
export const numberHeadings = (headings: readonly NumberedHeading[]): { places: (HeadingPlace | null)[]; lists: Config[] } => {
  const count = new HeadingCount();
  return { places: headings.map((heading) => count.place(heading)), lists: count.lists };
};
