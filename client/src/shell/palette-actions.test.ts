import type { SearchHit } from '@beffroi/shared/features/search/search.contract';
import { describe, expect, it } from 'vitest';
import { clubCard } from '../features/clubs/club-card.fixtures.ts';
import { type PaletteFacts, paletteGroups } from './palette-actions.ts';

const hit = (overrides: Partial<SearchHit> = {}): SearchHit => ({
  kind: 'thread',
  id: 't1',
  threadId: 't1',
  number: null,
  article: null,
  title: 'Révision de prix',
  excerpt: '',
  highlights: { title: [], excerpt: [] },
  clubSlug: 'marches-publics',
  author: { id: 'p1', name: 'Acheteuse', commune: null },
  at: '2026-11-24T08:00:00.000Z',
  status: 'open',
  ...overrides,
});
const NO_EXCHANGES = { publishes: false, pool: false, overview: false, administers: false };
const facts = (overrides: Partial<PaletteFacts> = {}): PaletteFacts => ({
  query: '',
  clubs: [clubCard('marches-publics', 'Marchés publics'), clubCard('urbanisme', 'Urbanisme', { standing: 'none' })],
  hits: [],
  related: [],
  people: [],
  rights: { directory: true, search: true, replacements: true, exchanges: NO_EXCHANGES },
  ...overrides,
});
const labels = (given: PaletteFacts) => paletteGroups(given).flatMap((group) => group.actions.map((action) => action.label));
const last = (given: PaletteFacts) => paletteGroups(given).at(-1)?.actions.at(-1);

describe('before anything is typed', () => {
  it('leads to one’s own clubs, to the pages, and to asking', () => {
    expect(labels(facts())).toEqual([
      'Marchés publics',
      'Aujourd’hui',
      'Tous les clubs',
      'Remplacements',
      'Mes disponibilités',
      'Mes remplacements',
      'Emplois',
      'Mes candidatures',
      'Annuaire',
      'Mes signets',
      'Mon profil',
      'Poser une question',
    ]);
  });

  it('shows no page the person may not open', () => {
    const shown = labels(facts({ rights: { directory: false, search: false, replacements: false, exchanges: NO_EXCHANGES } }));
    expect(shown).not.toContain('Emplois');
    expect(shown).not.toContain('Annuaire');
  });
});

describe('while typing', () => {
  it('finds any club by the beginnings of its words, accents or not', () => {
    expect(labels(facts({ query: 'marche' }))[0]).toBe('Marchés publics');
    expect(labels(facts({ query: 'urba' }))[0]).toBe('Urbanisme');
  });

  it('shows what is close when nothing holds every word, and only then', () => {
    const related = [hit({ id: 't3', threadId: 't3', title: 'Clause de sauvegarde' })];
    const close = (given: PaletteFacts) =>
      paletteGroups(given)
        .find(({ title }) => title === 'Sujets proches')
        ?.actions.map(({ key }) => key);
    expect(close(facts({ query: 'indexation prix', related }))).toEqual(['thread:t3']);
    expect(close(facts({ query: 'prix', hits: [hit()], related }))).toBeUndefined();
  });

  it('shows a discussion once, by its best hit', () => {
    const hits = [hit({ kind: 'reply', id: 'r4', number: 4 }), hit(), hit({ id: 't2', threadId: 't2', title: 'Clause butoir' })];
    const found = paletteGroups(facts({ query: 'prix', hits })).find(({ title }) => title === 'Sujets');
    expect(found?.actions.map(({ key }) => key)).toEqual(['reply:r4', 'thread:t2']);
  });

  it('leads a reply to its place in its thread', () => {
    const actions = paletteGroups(facts({ query: 'prix', hits: [hit({ kind: 'reply', id: 'r4', number: 4 })] })).flatMap(
      (group) => group.actions,
    );
    expect(actions.find((action) => action.kind === 'thread')?.to).toBe('/clubs/marches-publics/sujets/t1#reponse-4');
  });

  it('always ends with asking the question, its title filled in', () => {
    const given = facts({ query: 'clôture & chemin rural ?', hits: [hit()] });
    expect(last(given)).toMatchObject({ kind: 'ask' });
    expect(new URLSearchParams(last(given)?.to.split('?')[1]).get('titre')).toBe('clôture & chemin rural ?');
  });

  it('offers no question to who may ask nowhere', () => {
    const mute = clubCard('urbanisme', 'Urbanisme');
    mute.abilities['thread.create'] = false;
    expect(last(facts({ query: 'prix', clubs: [mute] }))?.kind).toBe('search');
  });

  it('leads to the pages of the exchanges, each for those who may open it', () => {
    const to = (who: Partial<typeof NO_EXCHANGES>) =>
      labels(facts({ rights: { directory: true, search: true, replacements: true, exchanges: { ...NO_EXCHANGES, ...who } } })).filter(
        (label) => /vivier|relevé|tableau|réglages des/i.test(label),
      );
    expect(to({})).toEqual([]);
    expect(to({ publishes: true, pool: true, overview: true })).toEqual([
      'Vivier des remplacements',
      'Relevé des remplacements',
      'Tableau des bourses',
    ]);
    expect(to({ overview: true })).toEqual(['Tableau des bourses']);
    expect(to({ pool: true, overview: true, administers: true })).not.toContain('Relevé des remplacements');
    expect(labels(facts())).toContain('Mes candidatures');
  });
});
