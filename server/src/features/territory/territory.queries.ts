import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { EPCI_FOUND_MAX, type Epci, type EpciCard, type ProposedClub } from '@beffroi/shared/features/territory/territory.contract';
import { canCreateTerritory } from '@beffroi/shared/features/territory/territory.policy';
import type { TerritoryState } from '@beffroi/shared/features/territory/territory.vocabulary';
import { proposedClubs } from '../clubs/proposed-clubs.queries.ts';
import { territoryName } from '../directory/territory.queries.ts';
import { territoryState } from './known-territory.queries.ts';
import { nationalRegister, type RegisteredEpci } from './national-register.ts';
import { searchEpci } from './search-epci.ts';
import { presentEpci, presentEpciCard } from './territory.presenter.ts';

const mustBeInstaller = (actor: Actor): void => {
  if (!canCreateTerritory(actor)) throw new AppError('forbidden');
};

/** What anyone may know: whether there is a territory, and which. */
export const getTerritory = async (): Promise<{ state: TerritoryState; name: string | null }> => {
  const state = await territoryState();
  return { state, name: state === 'open' ? territoryName() : null };
};

/** The clubs a new territory may open. @throws AppError `forbidden` */
export const listProposedClubs = (actor: Actor): { clubs: ProposedClub[] } => {
  mustBeInstaller(actor);
  const clubs = proposedClubs.map(({ slug, name, mark, hue, summary, access, preselected }) => {
    return { slug, name, mark, hue, summary, access, preselected };
  });
  return { clubs };
};

/** @throws AppError `forbidden` */
export const findEpci = async (actor: Actor, q: string): Promise<{ items: EpciCard[]; total: number }> => {
  mustBeInstaller(actor);
  const found = searchEpci(await nationalRegister(), q);
  return { items: found.slice(0, EPCI_FOUND_MAX).map(presentEpciCard), total: found.length };
};

/** @throws AppError `invalid-input` (no EPCI has this number) */
export const registeredEpci = async (siren: string): Promise<RegisteredEpci> => {
  const epci = (await nationalRegister()).find((one) => one.siren === siren);
  if (epci) return epci;
  throw new AppError('invalid-input', { errors: [{ path: 'siren', message: 'Aucune intercommunalité n’a ce numéro SIREN.' }] });
};

/** @throws AppError `forbidden`, `invalid-input` (no EPCI has this number) */
export const previewEpci = async (actor: Actor, siren: string): Promise<Epci> => {
  mustBeInstaller(actor);
  return presentEpci(await registeredEpci(siren));
};
