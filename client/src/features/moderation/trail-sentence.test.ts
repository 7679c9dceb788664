import type { TrailEntry } from '@beffroi/shared/features/moderation/moderation.contract';
import { MODERATION_ACTIONS } from '@beffroi/shared/features/moderation/moderation.vocabulary';
import { describe, expect, test } from 'vitest';
import { trailSentence } from './trail-sentence.ts';

const entry = (facts: Partial<TrailEntry>): TrailEntry => ({
  id: 'entry-1',
  at: '2026-11-23T08:12:00.000Z',
  by: { id: 'person-1', name: 'Pilote', commune: null },
  action: 'close',
  target: { kind: 'thread', id: 'thread-1', threadId: 'thread-1', number: null, label: 'Quel indice ?' },
  reason: null,
  before: null,
  after: null,
  ...facts,
});

describe('an entry of the audit trail', () => {
  test.each<[Partial<TrailEntry>, string]>([
    [{ reason: 'Répondu.' }, 'a fermé le sujet « Quel indice ? » : Répondu.'],
    [{ action: 'move-out', before: 'Urbanisme', after: 'Juridique' }, 'a déplacé le sujet « Quel indice ? » vers le club Juridique'],
    [
      { action: 'remove', target: { kind: 'reply', id: 'r', threadId: 't', number: 3, label: 'Quel indice ?' } },
      'a retiré la réponse 3 à « Quel indice ? »',
    ],
    [
      { action: 'remove', target: { kind: 'fiche', id: 'f', threadId: null, number: null, label: 'Clôtures' }, reason: 'Dépassée.' },
      'a retiré la fiche « Clôtures » : Dépassée.',
    ],
    [
      { action: 'dismiss-report', target: { kind: 'fiche', id: 'f', threadId: null, number: null, label: 'Clôtures' } },
      'a classé le signalement de la fiche « Clôtures »',
    ],
    [{ action: 'edit', before: '1', after: '2' }, 'a corrigé le sujet « Quel indice ? » (version 1 à 2)'],
  ])('%j reads « %s »', (facts, sentence) => {
    expect(trailSentence(entry(facts))).toBe(sentence);
  });

  test.each(MODERATION_ACTIONS)('%s has its words', (action) => {
    expect(trailSentence(entry({ action }))).not.toMatch(/undefined/);
  });
});
