import type { Actor } from '@beffroi/shared/core/actor';
import { parisDate } from '@beffroi/shared/core/half-days';
import { isOpen, type VacancyFacts, vacancyAbilities } from '@beffroi/shared/features/vacancies/vacancies.policy';
import type { Vacancy, VacancyActItem, VacancyAttachment, VacancyItem } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { now } from '../../platform/clock.ts';
import { communeName, kilometresBetween } from '../directory/territory.queries.ts';
import type { KeptAttachment, VacancyActRecord, VacancyRecord } from './vacancy.model.ts';
import { showsPublicly } from './vacancy-settings.queries.ts';

export type ListedVacancy = Omit<
  VacancyRecord,
  | 'missions'
  | 'profile'
  | 'conditions'
  | 'benefits'
  | 'attachment'
  | 'found'
  | 'trail'
  | 'authority'
  | 'organisation'
  | 'contact'
  | 'recipient'
>;

export const vacancyFactsOf = ({ commune, state, deadline }: Pick<VacancyRecord, 'commune' | 'state' | 'deadline'>): VacancyFacts => ({
  commune,
  state,
  expired: deadline !== null && deadline < parisDate(now()),
});

/** Where a reader counts distances from: the commune she serves, the first if several. */
export const readerCommune = (actor: Actor): string | null => Object.keys(actor.communes)[0] ?? null;

export const publicPath = (id: string): string => `/offres/${id}`;
export const publicAttachmentPath = (id: string): string => `${publicPath(id)}/piece-jointe`;

export const presentVacancyItem = (vacancy: ListedVacancy, from: string | null): VacancyItem => {
  const { commune, state, askedAt } = vacancy;
  const open = isOpen(vacancyFactsOf(vacancy));
  return {
    id: vacancy._id.toHexString(),
    version: vacancy.version,
    commune: { slug: commune, name: communeName(commune) },
    communeSlug: commune,
    title: vacancy.title,
    metier: vacancy.metier,
    cadre: vacancy.cadre,
    grades: vacancy.grades,
    filiere: vacancy.filiere,
    categorie: vacancy.categorie,
    nature: vacancy.nature,
    durationMonths: vacancy.durationMonths,
    contractuels: vacancy.contractuels,
    weeklyMinutes: vacancy.weeklyMinutes,
    telework: vacancy.telework,
    startsOn: vacancy.startsOn,
    deadline: vacancy.deadline,
    place: vacancy.place,
    state,
    open,
    asked: askedAt !== null && (state === 'published' || state === 'archived'),
    publishedAt: vacancy.publishedAt?.toISOString() ?? null,
    changedAt: vacancy.changedAt.toISOString(),
    distanceKm: kilometresBetween(from, commune),
  };
};

const presentAttachment = ({ name, type, bytes }: KeptAttachment): VacancyAttachment => ({ name, type, bytes });

export const presentVacancy = (actor: Actor, vacancy: VacancyRecord): Vacancy => {
  const item = presentVacancyItem(vacancy, readerCommune(actor));
  const abilities = vacancyAbilities(actor, vacancyFactsOf(vacancy));
  return {
    ...item,
    origin: vacancy.origin,
    article: vacancy.article,
    authority: vacancy.authority,
    organisation: vacancy.organisation,
    missions: vacancy.missions,
    profile: vacancy.profile,
    conditions: vacancy.conditions,
    rifseep: vacancy.rifseep,
    nbi: vacancy.nbi,
    benefits: vacancy.benefits,
    contact: vacancy.contact,
    recipient: vacancy.recipient,
    dveNumber: vacancy.dveNumber,
    dveOn: vacancy.dveOn,
    officialUrl: vacancy.officialUrl,
    attachmentUrl: vacancy.attachmentUrl,
    // None on those written before files could be joined.
    attachment: vacancy.attachment ? presentAttachment(vacancy.attachment) : null,
    emergency: vacancy.emergency,
    publishedBy: vacancy.publishedBy,
    closedAt: vacancy.closedAt?.toISOString() ?? null,
    publicPath: item.open && showsPublicly(vacancy.commune) ? publicPath(item.id) : null,
    answerKey: item.asked && abilities['vacancy.close'] ? (vacancy.answerKey ?? null) : null,
    abilities,
  };
};

export const presentAct = ({ at, by, action, note }: VacancyActRecord): VacancyActItem => ({ at: at.toISOString(), by, action, note });
