import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { CreatedTerritory, NewTerritory } from '@beffroi/shared/features/territory/territory.contract';
import type { Auth } from '../features/accounts/auth.ts';
import { createPerson } from '../features/accounts/commands/create-person.ts';
import { createClub } from '../features/clubs/commands/create-club.ts';
import { type ProposedClub, proposedClubs } from '../features/clubs/proposed-clubs.queries.ts';
import { createCommunes } from '../features/directory/commands/create-commune.ts';
import { claimTerritory, settleClaim } from '../features/territory/commands/claim-territory.ts';
import { installer } from '../features/territory/installer.ts';
import type { TerritoryPlan } from '../features/territory/territory.model.ts';
import { registeredEpci } from '../features/territory/territory.queries.ts';
import { territoryCommunes } from '../features/territory/territory-communes.ts';
import { inTurn } from '../platform/in-turn.ts';
import { logger } from '../platform/logger.ts';

/** As the contract gives it; on the command line the administrator may choose her password later, by a link. */
export type TerritoryInput = Omit<NewTerritory, 'administrator'> & {
  administrator: Omit<NewTerritory['administrator'], 'password'> & { password: string | null };
};

const chosenClubs = (slugs: string[]): ProposedClub[] => {
  const chosen = proposedClubs.filter(({ slug }) => slugs.includes(slug));
  if (chosen.length === new Set(slugs).size) return chosen;
  throw new AppError('invalid-input', { errors: [{ path: 'clubs', message: 'Un de ces clubs n’est pas proposé.' }] });
};

const planFor = async (input: TerritoryInput, auth: Auth): Promise<TerritoryPlan> => {
  const epci = await registeredEpci(input.siren);
  const { password, ...administrator } = input.administrator;
  const context = await auth.$context;
  return {
    communes: territoryCommunes(epci, input.name),
    clubs: chosenClubs(input.clubs).map(({ slug }) => slug),
    administrator: { ...administrator, passwordHash: password === null ? null : await context.password.hash(password) },
  };
};

const openClubs = async (slugs: string[]): Promise<void> => {
  const empty = { firstWorks: [], rhythm: '', place: '' };
  for (const [order, { preselected: _preselected, ...club }] of proposedClubs.entries())
    if (slugs.includes(club.slug)) await createClub(installer, { ...club, ...empty, order });
};

const openAccount = async ({ communes, administrator }: TerritoryPlan, auth: Auth): Promise<void> => {
  const { passwordHash, ...person } = administrator;
  const epci = communes.find(({ kind }) => kind === 'epci')?.slug as string;
  const memberships = [
    { scope: 'commune' as const, scopeId: epci, role: 'agent' },
    { scope: 'territory' as const, scopeId: 'territory', role: 'administrator' },
  ];
  await createPerson(installer, { ...person, memberships, ...(passwordHash && { passwordHash }) }, auth);
};

/** Each step changes nothing when done twice: two processes may well go through the same plan at once. */
const settle = (auth: Auth): Promise<void> =>
  settleClaim(async (plan) => {
    await createCommunes(installer, plan.communes);
    await openClubs(plan.clubs);
    await openAccount(plan, auth);
  });

const TURN = 'territory';

/** Carries out what an interrupted creation left undone; nothing when all is done. */
export const settleTerritory = (auth: Auth): Promise<void> => inTurn(TURN, () => settle(auth));

/**
 * Creates the territory of this instance: its EPCI, communes, clubs and first administrator. Exactly one request ever wins; the same
 * one sent again is answered as the first time, and what an interruption left undone goes on.
 * @throws AppError `forbidden`, `territory-exists`, `invalid-input` (no such EPCI or club)
 */
export const createTerritory = (actor: Actor, input: TerritoryInput, auth: Auth): Promise<CreatedTerritory> =>
  inTurn(TURN, async () => {
    const { siren, name } = await claimTerritory(actor, input, () => planFor(input, auth));
    await settle(auth);
    logger.info({ siren, name }, 'territory created');
    return { name };
  });
