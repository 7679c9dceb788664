import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import { canReadApplication, canReadApplications, canSeeTrail, mayApply } from '@beffroi/shared/features/applications/applications.policy';
import type { QueryFilter } from 'mongoose';
import { beforeCursor, encodeCursor } from '../../platform/cursor.ts';
import { objectId } from '../../platform/object-id.ts';
import { readableVacancy } from '../vacancies/vacancies.queries.ts';
import { ApplicationModel, type ApplicationRecord } from './application.model.ts';
import {
  applicationFacts,
  type ListedApplication,
  presentAct,
  presentApplication,
  presentApplicationItem,
} from './applications.presenter.ts';

interface Page {
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** What lists of applications do without. */
export const NOT_LISTED = { letter: 0, message: 0, files: 0, acts: 0, untold: 0, doomed: 0, contact: 0 } as const;

const pageOf = async (filter: QueryFilter<ApplicationRecord>, { cursor, limit = PAGE_SIZE }: Page) => {
  const seen = { ...filter, incoming: { $exists: false } };
  const found = await ApplicationModel.find({ $and: [seen, beforeCursor('sentAt', cursor)] } as typeof filter, NOT_LISTED)
    .sort({ sentAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<ListedApplication[]>();
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return { items: page.map(presentApplicationItem), nextCursor: last ? encodeCursor({ at: last.sentAt, id: last._id }) : null };
};

/**
 * The actor's own applications, or the one that stands for a vacancy: one she took back is none.
 * @throws AppError `not-found` for those who may not apply
 */
export const myApplications = (actor: Actor, { vacancy, ...page }: Page & { vacancy?: string | undefined }) => {
  if (!mayApply(actor)) throw new AppError('not-found');
  const standing = vacancy === undefined ? {} : { vacancyId: vacancy, current: true as const };
  return pageOf({ applicantId: actor.personId, ...standing }, page);
};

/** Those who applied for a vacancy, but for the actor herself. @throws AppError `not-found`, `forbidden` */
export const applicationsOf = async (actor: Actor, { id, ...page }: Page & { id: string }) => {
  const { commune } = await readableVacancy(actor, id);
  if (!canReadApplications(actor, { commune })) throw new AppError('forbidden');
  return pageOf({ vacancyId: id, applicantId: { $ne: actor.personId } }, page);
};

/** An application the actor may read. @throws AppError `not-found` */
export const readableApplication = async (actor: Actor, id: string): Promise<ApplicationRecord> => {
  const application = await ApplicationModel.findOne({ _id: objectId(id), incoming: { $exists: false } }).lean<ApplicationRecord>();
  if (!application || !canReadApplication(actor, applicationFacts(application))) throw new AppError('not-found');
  return application;
};

export const getApplication = async (actor: Actor, id: string) => presentApplication(actor, await readableApplication(actor, id));

/** @throws AppError `not-found`, `forbidden` (the applicant) */
export const applicationTrail = async (actor: Actor, id: string) => {
  const application = await readableApplication(actor, id);
  if (!canSeeTrail(actor, applicationFacts(application))) throw new AppError('forbidden');
  return { items: application.acts.map(presentAct).reverse() };
};
