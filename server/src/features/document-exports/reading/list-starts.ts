const LEVELS = 9;

interface Counted {
  counts: number[];
  restarted: Set<string>;
}

/**
 * Where the lists of a Word file begin, from its numbering: those of one family go on counting together, unless one says that it
 * begins again.
 */
export class ListStarts {
  private readonly families = new Map<string, string>();
  private readonly starts = new Map<string, number>();
  private readonly overrides = new Map<string, number>();
  private readonly counted = new Map<string, Counted>();

  constructor(numbering: string) {
    for (const [, id = '', levels = ''] of numbering.matchAll(/<w:abstractNum [^>]*w:abstractNumId="(\d+)"[^>]*>(.*?)<\/w:abstractNum>/gs))
      for (const [, level, start] of levels.matchAll(/<w:lvl [^>]*w:ilvl="(\d)"[^>]*>\s*<w:start w:val="(\d+)"/g))
        this.starts.set(`${id}/${level}`, Number(start));
    for (const [, id = '', content = ''] of numbering.matchAll(/<w:num [^>]*w:numId="(\d+)"[^>]*>(.*?)<\/w:num>/gs)) {
      this.families.set(id, content.match(/<w:abstractNumId w:val="(\d+)"/)?.[1] ?? `of ${id}`);
      for (const [, level, start] of content.matchAll(/<w:lvlOverride w:ilvl="(\d)"[^>]*>\s*<w:startOverride w:val="(\d+)"/g))
        this.overrides.set(`${id}/${level}`, Number(start));
    }
  }

  /** The number an item bears, and the next will go on from. */
  next(list: string | null, level: number): number {
    const id = list ?? 'none';
    const family = this.families.get(id) ?? id;
    const counted = this.counted.get(family) ?? { counts: [], restarted: new Set<string>() };
    this.counted.set(family, counted);
    const override = this.overrides.get(`${id}/${level}`);
    if (override !== undefined && !counted.restarted.has(`${id}/${level}`)) {
      counted.restarted.add(`${id}/${level}`);
      counted.counts[level] = override;
    } else counted.counts[level] = (counted.counts[level] ?? (this.starts.get(`${family}/${level}`) ?? 1) - 1) + 1;
    for (let below = level + 1; below < LEVELS; below += 1) delete counted.counts[below];
    return counted.counts[level] ?? 1;
  }
}
