import { closingOf } from '@beffroi/shared/collab/close-codes';
import { describe, expect, it } from 'vitest';
import { type LiveFacts, NOTHING_YET } from './live-facts.ts';
import { BLOCKED_AFTER, saveStateOf, takesWriting } from './save-state.ts';

const standing: LiveFacts = { ...NOTHING_YET, loaded: true, synced: true, opened: true };
const said = (facts: Partial<LiveFacts>, circumstances: { mayWrite?: boolean; siteIsLive?: boolean; readingBecause?: string } = {}) =>
  saveStateOf({ facts: { ...standing, ...facts }, mayWrite: true, siteIsLive: true, ...circumstances });

describe('what is said of a document', () => {
  it.each([
    ['Ouverture…', { ...NOTHING_YET }, false],
    ['Enregistré', {}, true],
    ['Enregistrement…', { unsent: 3 }, true],
    ['Hors connexion, 12\u00a0modifications gardées ici', { synced: false, unsent: 12 }, true],
    ['Hors connexion, 1\u00a0modification gardée ici', { synced: false, unsent: 1 }, true],
    ['Hors connexion, ce que vous écrivez est gardé ici', { synced: false }, true],
    // The page opened off line, from what this device kept.
    ['Hors connexion, 2\u00a0modifications gardées ici', { synced: false, opened: false, failures: 1, unsent: 2 }, true],
  ] as const)('%s', (words, facts, writes) => {
    const state = said(facts);
    expect(state.words).toBe(words);
    expect(takesWriting(state)).toBe(writes);
  });
  it('says why one only reads', () => {
    expect(said({}, { mayWrite: false, readingBecause: 'Lecture seule : modèle validé' }).words).toBe('Lecture seule : modèle validé');
    const late = said({ unsent: 2 }, { mayWrite: false });
    expect(late.words).toBe('Lecture seule\u00a0: 2\u00a0modifications non envoyées');
    expect(late.explanation).toContain('gardé sur cet appareil');
    expect(late.stranded).toBe(true);
    expect(said({ synced: false, failures: 2 }, { mayWrite: false }).words).toBe('Hors connexion, lecture seule');
  });
  it('takes WebSocket for blocked when the rest of the site is live, and only then', () => {
    const refused = { synced: false, opened: false, failures: BLOCKED_AFTER };
    expect(said(refused).kind).toBe('blocked');
    expect(said(refused).explanation).toContain('bloque l’écriture en direct');
    expect(said(refused, { siteIsLive: false }).kind).toBe('offline');
    expect(said({ ...refused, opened: true }).kind).toBe('offline');
  });
  it('stops where the server closed for good, asks to reload an old editor, and says what was kept', () => {
    const old = said({ closing: closingOf(4409), synced: false, unsent: 2 });
    expect(old).toMatchObject({ kind: 'closed', reload: true });
    expect(old.explanation).toContain('2\u00a0modifications');
    expect(takesWriting(old)).toBe(false);
    expect(old.stranded).toBe(true);
    expect(said({ closing: closingOf(4403), synced: false })).toMatchObject({ reload: false, stranded: false });
    // Off line, what is written goes by itself on return: there is nothing to rescue.
    expect(said({ synced: false, unsent: 2 }).stranded).toBe(false);
  });
});
