import type { ClubRole } from '@beffroi/shared/core/actor';
import type { Session } from '../../support/api-client.ts';
import type { Server } from '../../support/start-server.ts';
import { buildPerson, type TestClub } from '../../support/world.ts';

/** The commune of the scenes' authors: « own » for those who serve it, « other » is Onnaing. */
const OWN = 'anzin';
const OTHER = 'onnaing';

/**
 * Every role there is, in the scene's club and in another one, in the authors' commune and in another one. The first eight are
 * those whose statuses a row states; the others are outside the club, and get what `agent` gets unless the row says otherwise.
 */
export const STATED = ['anonymous', 'agent', 'guestElsewhere', 'substitute', 'guest', 'member', 'pilot', 'administrator'] as const;
export const OUTSIDE = ['pilotElsewhere', 'hrOwn', 'hrOther', 'referentOwn', 'referentOther'] as const;
export const PERSONAS = [...STATED, ...OUTSIDE] as const;
export type Persona = (typeof PERSONAS)[number];
export type Cast = Record<Persona, Session>;

/** Everyone, signed in. */
export const buildCast = async (server: Server, club: TestClub, elsewhere: TestClub): Promise<Cast> => {
  const session = async (options: Parameters<typeof buildPerson>[1]) => (await buildPerson(server, options)).session;
  const inClub = (where: TestClub, role: ClubRole) => [[where, role] as [TestClub, ClubRole]];
  return {
    anonymous: { url: server.url, cookie: '' },
    agent: await session({ clubs: inClub(elsewhere, 'member') }),
    guestElsewhere: await session({ commune: null, clubs: inClub(elsewhere, 'guest') }),
    substitute: await session({ commune: null, substitute: true }),
    guest: await session({ commune: null, clubs: inClub(club, 'guest') }),
    member: await session({ clubs: inClub(club, 'member') }),
    pilot: await session({ clubs: inClub(club, 'pilot') }),
    administrator: await session({ administrator: true }),
    pilotElsewhere: await session({ clubs: inClub(elsewhere, 'pilot') }),
    hrOwn: await session({ commune: OWN, roles: ['hr'] }),
    hrOther: await session({ commune: OTHER, roles: ['hr'] }),
    referentOwn: await session({ commune: OWN, roles: ['referent'] }),
    referentOther: await session({ commune: OTHER, roles: ['referent'] }),
  };
};
