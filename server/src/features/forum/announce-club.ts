import { paragraphs } from '@beffroi/shared/core/rich-text';
import type { ClubAccess } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import { personRef } from '../accounts/accounts.queries.ts';
import { writeThread } from './write-thread.ts';

export interface OpenedClub {
  clubId: string;
  byId: string;
  name: string;
  summary: string;
  purposes: string[];
  access: ClubAccess;
}

/** How one comes in, for who reads of it outside. */
const ENTRANCE: Record<ClubAccess, string> = {
  open: 'Tous les agents du territoire peuvent le rejoindre.',
  request: 'On demande à le rejoindre\u00a0; ses pilotes examinent les demandes.',
  invitation: 'On y entre sur invitation de ses pilotes.',
};

/**
 * Announces a new club to the territory, in the name of who opened it: that it exists and what it is for, also where what it
 * writes is for its members alone. Once a club, however often it is asked.
 */
export const announceClub = async ({ clubId, byId, name, summary, purposes, access }: OpenedClub): Promise<void> => {
  await writeThread({
    clubId,
    author: await personRef(byId),
    kind: 'announcement',
    audience: 'territory',
    title: `Un nouveau club s’ouvre\u00a0: «\u00a0${name}\u00a0»`,
    body: paragraphs([summary, ...purposes, ENTRANCE[access]].join('\n')),
    idempotencyKey: `club-opened:${clubId}`,
  });
};
