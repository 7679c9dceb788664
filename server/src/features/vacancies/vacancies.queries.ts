import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import type { VacancyFilters } from '@beffroi/shared/features/vacancies/vacancies.filters';
import {
  canListVacancies,
  canReadTrail,
  canReadVacancy,
  isOpen,
  vacancyCommunes,
} from '@beffroi/shared/features/vacancies/vacancies.policy';
import type { Vacancy, VacancyActItem, VacancyItem } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import type { VacancySort, VacancyState } from '@beffroi/shared/features/vacancies/vacancies.vocabulary';
import type { QueryFilter } from 'mongoose';
import { isObjectId, objectId } from '../../platform/object-id.ts';
import { communeName, communesWithin } from '../directory/territory.queries.ts';
import {
  type ListedVacancy,
  presentAct,
  presentVacancy,
  presentVacancyItem,
  readerCommune,
  vacancyFactsOf,
} from './vacancies.presenter.ts';
import { VacancyModel, type VacancyRecord } from './vacancy.model.ts';
import { VACANCY_ORDERS } from './vacancy-order.ts';
import { rangeConditions } from './vacancy-ranges.ts';
import { askedFor } from './vacancy-terms.ts';

/** All but the texts and what it is found by. */
export const ITEM_FIELDS = {
  missions: 0,
  profile: 0,
  conditions: 0,
  benefits: 0,
  found: 0,
  trail: 0,
  authority: 0,
  organisation: 0,
  contact: 0,
  recipient: 0,
  attachment: 0,
} as const;

type Filter = QueryFilter<VacancyRecord>;

/** The filter of several conditions on what a vacancy is found by; the store reads the entries they share, and leaves out of them what
 * begins, closes or works otherwise than asked. */
export const answering = (filters: VacancyFilters, from: string | null): Filter => {
  const { within } = filters;
  const asked = [...askedFor(filters).map((found) => ({ found })), ...rangeConditions(filters)];
  return {
    ...(asked.length > 0 && { $and: asked }),
    ...(within !== undefined && from !== null && { commune: { $in: communesWithin(from, within) } }),
  } as Filter;
};

type ListInput = VacancyFilters & {
  state?: VacancyState;
  sort?: VacancySort;
  cursor?: string | undefined;
  limit?: number | undefined;
};

/** Drafts are their own HR's; they are found by commune, not by what they will be found by. */
const scopeOf = (actor: Actor, state: VacancyState): Filter =>
  state === 'draft' ? { state, commune: { $in: vacancyCommunes(actor) } } : { state };

/**
 * Vacancies that answer every filter, the last published or the first to close first: one command, whatever the filters and the order.
 * @throws AppError `not-found` for those who serve no commune, `invalid-input` (a cursor that is none of ours)
 */
export const listVacancies = async (
  actor: Actor,
  { state = 'published', sort = 'newest', cursor, limit = PAGE_SIZE, ...filters }: ListInput,
) => {
  if (!canListVacancies(actor)) throw new AppError('not-found');
  const from = readerCommune(actor);
  const order = VACANCY_ORDERS[sort];
  const found = await VacancyModel.find(
    { $and: [scopeOf(actor, state), answering(filters, from), order.after(cursor)] } as Filter,
    ITEM_FIELDS,
  )
    .sort(order.sort)
    .limit(limit + 1)
    .lean<ListedVacancy[]>();
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  const items: VacancyItem[] = page.map((vacancy) => presentVacancyItem(vacancy, from));
  return {
    items,
    nextCursor: last ? order.cursorOf(last) : null,
    from: from === null ? null : { slug: from, name: communeName(from) },
    abilities: { 'vacancy.create': vacancyCommunes(actor) },
  };
};

/** A vacancy as the actor may read it. @throws AppError `not-found` */
export const readableVacancy = async (actor: Actor, id: string): Promise<VacancyRecord> => {
  const vacancy = await VacancyModel.findById(objectId(id), { found: 0 }).lean<VacancyRecord>();
  if (!vacancy || !canReadVacancy(actor, vacancyFactsOf(vacancy))) throw new AppError('not-found');
  return vacancy;
};

/** @throws AppError `not-found` */
export const getVacancy = async (actor: Actor, id: string): Promise<Vacancy> => presentVacancy(actor, await readableVacancy(actor, id));

/** What was done about it, the last first. @throws AppError `not-found`, `forbidden` */
export const vacancyTrail = async (actor: Actor, id: string): Promise<{ items: VacancyActItem[] }> => {
  const vacancy = await readableVacancy(actor, id);
  if (!canReadTrail(actor, vacancyFactsOf(vacancy))) throw new AppError('forbidden');
  return { items: vacancy.trail.map(presentAct).reverse() };
};

/** A vacancy as what is built on it needs it. */
export interface KnownVacancy {
  id: string;
  communeSlug: string;
  communeName: string;
  title: string;
  metier: string | null;
  deadline: string | null;
  state: VacancyState;
  open: boolean;
}

/** These vacancies by id, whoever asks: one command. */
export const vacanciesById = async (ids: readonly string[]): Promise<Map<string, KnownVacancy>> => {
  const known = ids.filter(isObjectId);
  if (known.length === 0) return new Map();
  const found = await VacancyModel.find(
    { _id: { $in: known.map(objectId) } },
    { commune: 1, title: 1, metier: 1, deadline: 1, state: 1 },
  ).lean<ListedVacancy[]>();
  return new Map(
    found.map(({ _id, commune, title, metier, deadline, state }) => {
      const id = _id.toHexString();
      const open = isOpen(vacancyFactsOf({ commune, state, deadline }));
      return [id, { id, communeSlug: commune, communeName: communeName(commune), title, metier, deadline, state, open }];
    }),
  );
};

/** One vacancy, whoever asks; null where there is none. */
export const vacancyFacts = async (id: string): Promise<KnownVacancy | null> => (await vacanciesById([id])).get(id) ?? null;
