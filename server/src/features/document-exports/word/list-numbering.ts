import { AlignmentType, type ILevelsOptions, LevelFormat } from 'docx';

/** Where an item of a list takes its number or its bullet from. */
export interface ListPlace {
  reference: string;
  instance: number;
  level: number;
}

const DEEPEST = 8;
export const LIST_INDENT = 425;
const BULLETS = ['•', '–', '▪'];

const indent = (level: number) => ({ indent: { left: LIST_INDENT * (level + 1), hanging: LIST_INDENT } });
const levels = Array.from({ length: DEEPEST + 1 }, (_, level) => level);

const numberedLevels = (start: number, from: number): ILevelsOptions[] =>
  levels.map((level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    start: level === from ? start : 1,
    style: { paragraph: indent(level) },
  }));

const bulletLevels: ILevelsOptions[] = levels.map((level) => ({
  level,
  format: LevelFormat.BULLET,
  text: BULLETS[level % BULLETS.length] as string,
  alignment: AlignmentType.LEFT,
  style: { paragraph: indent(level) },
}));

/** Gives lists their numbering in Word: each numbered list counts by itself, from its own start. */
export class ListNumbering {
  readonly config: { reference: string; levels: ILevelsOptions[] }[] = [
    { reference: 'bullets', levels: bulletLevels },
    { reference: 'numbers', levels: numberedLevels(1, 0) },
  ];
  private instances = 0;

  bullets(depth: number): ListPlace {
    return { reference: 'bullets', instance: 0, level: Math.min(depth, DEEPEST) };
  }

  /** A list at the first depth restarts a common numbering; Word restarts only that depth, so that others get one of their own. */
  numbers(depth: number, start: number): ListPlace {
    this.instances += 1;
    const level = Math.min(depth, DEEPEST);
    if (level === 0 && start === 1) return { reference: 'numbers', instance: this.instances, level };
    const reference = `numbers-${this.instances}`;
    this.config.push({ reference, levels: numberedLevels(start, level) });
    return { reference, instance: 0, level };
  }
}
