import { outlineOf } from '@beffroi/shared/collab/document-outline';
import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { describe, expect, it } from 'vitest';
import type { DocumentNode } from '../platform/markup/document-node.ts';
import { typeset } from '../platform/markup/typeset.ts';
import { demoModels } from './content/models/models.ts';
import { demoPeople } from './content.ts';
import { locateQuote, timesQuoted } from './locate-quote.ts';

const docOf = (content: DocumentNode) => documentSchema.nodeFromJSON(content);

/** How wide each row of a table is, cells that reach down from above included. */
const widths = (table: DocumentNode): number[] => {
  const reaching: number[] = [];
  return (table.content ?? []).map(({ content: cells = [] }) => {
    const above = reaching.shift() ?? 0;
    const sizes = cells.map(({ attrs }) => ({ wide: Number(attrs?.colspan ?? 1), high: Number(attrs?.rowspan ?? 1) }));
    for (const { wide, high } of sizes) for (let down = 0; down < high - 1; down++) reaching[down] = (reaching[down] ?? 0) + wide;
    return above + sizes.reduce((sum, { wide }) => sum + wide, 0);
  });
};

describe.each(demoModels.map((model) => [model.key, model] as const))('the model %s', (_key, model) => {
  const { content } = model;
  const doc = docOf(content);
  const members = demoPeople.filter(({ member, pilot }) => [...member, ...pilot].includes(model.clubSlug)).map(({ key }) => key);

  it('is a document of several pages, in the schema', () => {
    doc.check();
    expect(doc.textContent.length).toBeGreaterThan(6_000);
  });

  it('has a name of its own for each heading, and writes no number the place gives', () => {
    const outline = outlineOf(doc);
    expect(outline.length).toBeGreaterThan(15);
    expect(outline.every(({ id }) => id && /^[a-z0-9-]+$/.test(id))).toBe(true);
    expect(new Set(outline.map(({ id }) => id)).size).toBe(outline.length);
    expect(outline.filter(({ text }) => /^(article |\d|[a-z]\))/i.test(text))).toEqual([]);
  });

  it('has tables whose rows are as wide as one another and that do not reach below the last', () => {
    const tables = (content.content ?? []).filter(({ type }) => type === 'table');
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) expect(new Set(widths(table)).size, JSON.stringify(table.content?.[0])).toBe(1);
    const reach = tables.map(({ content: rows = [] }) =>
      rows.flatMap(({ content: cells = [] }, row) => cells.map(({ attrs }) => row + Number(attrs?.rowspan ?? 1) - rows.length)),
    );
    expect(Math.max(...reach.flat())).toBeLessThanOrEqual(0);
  });

  it('is set in French typography, titles and debate included', () => {
    const { suggestions, comments, title, summary } = model;
    const texts = [doc.textBetween(0, doc.content.size, '\n'), JSON.stringify([suggestions, comments, title, summary])];
    for (const text of texts) {
      expect(text).not.toMatch(/'| [:;!?%€»]|« /);
      expect(text).not.toMatch(/\*\*|\]\(http/);
    }
  });

  it('is debated by members of the club, about words that stand once in it', () => {
    const said = [...(model.suggestions ?? []), ...(model.comments ?? [])];
    for (const { quote, byKey } of said) {
      expect(members).toContain(byKey);
      expect(timesQuoted(doc, quote), quote).toBe(1);
      const found = locateQuote(doc, quote);
      expect(found && doc.textBetween(found.from, found.to)).toBe(quote);
    }
    for (const { byKey } of (model.comments ?? []).flatMap(({ replies = [] }) => replies)) expect(members).toContain(byKey);
  });

  it('has no two suggestions on the same words', () => {
    const places = (model.suggestions ?? []).map(({ quote }) => locateQuote(doc, quote)).sort((a, b) => (a?.from ?? 0) - (b?.from ?? 0));
    places.forEach((place, index) => {
      if (index > 0) expect(place?.from).toBeGreaterThanOrEqual(places[index - 1]?.to ?? 0);
    });
  });
});

it('says no article it does not have: one named in a text is a heading of that document', () => {
  for (const { key, content } of demoModels) {
    const doc = docOf(content);
    const titles = outlineOf(doc).map(({ text }) => text);
    const named = [...doc.textContent.matchAll(/l’article «\u00a0([^»]+)\u00a0»/g)].map(([, title]) => title);
    expect(
      named.filter((title) => !titles.includes(title as string)),
      key,
    ).toEqual([]);
  }
});

it('shows each state a document can be in before it is replaced', () => {
  expect(new Set(demoModels.map(({ state }) => state))).toEqual(new Set(['draft', 'review', 'validated']));
  expect(demoModels.map(({ title }) => title)).toEqual(demoModels.map(({ title }) => typeset(title)));
});
