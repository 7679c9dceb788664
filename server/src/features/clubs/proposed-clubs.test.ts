import { slugSchema } from '@beffroi/shared/core/ids';
import { CLUB_ACCESS } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import { expect, it } from 'vitest';
import administration from '../../demo/content/administration.json' with { type: 'json' };
import demoClubs from '../../demo/content/clubs.json' with { type: 'json' };
import { proposedClubs } from './proposed-clubs.queries.ts';

it('proposes the clubs open in the demonstration, under the same names and marks', () => {
  const open = demoClubs.filter(({ slug }) => !administration.archived.some(({ club }) => club === slug));
  const identity = ({ slug, name, mark, hue, access }: (typeof demoClubs)[number]) => ({ slug, name, mark, hue, access });
  expect(proposedClubs.map((club) => identity(club as never))).toEqual(open.map(identity));
});

it('proposes clubs that suit any territory, each with a charter, the first six chosen', () => {
  expect(proposedClubs.map(({ preselected }) => preselected)).toEqual(proposedClubs.map((_club, index) => index < 6));
  for (const club of proposedClubs) {
    expect(slugSchema.safeParse(club.slug).success).toBe(true);
    expect(CLUB_ACCESS).toContain(club.access);
    expect(club.charter.split('\n').length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(club)).not.toMatch(/valencien|hainaut|métropole|trente-cinq|5.000/i);
  }
});
