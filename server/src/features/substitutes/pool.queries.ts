import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { parisDate } from '@beffroi/shared/core/half-days';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import { canDeclare, canKnowPool, canReadPool } from '@beffroi/shared/features/substitutes/substitutes.policy';
import type { QueryFilter } from 'mongoose';
import { now } from '../../platform/clock.ts';
import { afterName, encodeNameCursor, unknownCursor } from '../../platform/cursor.ts';
import { isObjectId, objectId } from '../../platform/object-id.ts';
import { allCommunes } from '../directory/territory.queries.ts';
import { type AgreementActFields, AgreementActModel } from './agreement-act.model.ts';
import { SubstituteModel, type SubstituteRecord } from './substitute.model.ts';
import { presentAct, presentAvailability, presentMine, presentPooled } from './substitutes.presenter.ts';

/** @throws AppError `not-found` for who may know of no pool, `forbidden` for who serves no commune to lend a hand from */
export const mayDeclare = (actor: Actor): void => {
  if (!canKnowPool(actor)) throw new AppError('not-found');
  if (!canDeclare(actor)) throw new AppError('forbidden');
};

/** The actor’s own entry while she is in the pool. */
export const findMine = ({ personId }: Actor): Promise<SubstituteRecord | null> =>
  SubstituteModel.findOne({ _id: objectId(personId), leftAt: null })
    .lean<SubstituteRecord>()
    .exec();

export const presentMe = (substitute: SubstituteRecord | null) => ({
  substitute: substitute && presentMine(substitute),
  communes: allCommunes()
    .filter(({ kind }) => kind === 'commune')
    .map(({ slug, name }) => ({ slug, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr')),
});

/** What the actor declared of herself. @throws AppError `not-found`, `forbidden` */
export const getMine = async (actor: Actor) => {
  mayDeclare(actor);
  return presentMe(await findMine(actor));
};

/** The actor’s calendar. @throws AppError `not-found` (also while she is not in the pool), `forbidden` */
export const getAvailability = async (actor: Actor) => {
  mayDeclare(actor);
  const mine = await findMine(actor);
  if (!mine) throw new AppError('not-found');
  return presentAvailability(mine);
};

/** The commune whose part of the pool the actor reads. @throws AppError `not-found` (also for guests), `forbidden` */
export const readCommune = (actor: Actor, slug: string): string => {
  if (!canKnowPool(actor) || !allCommunes().some((commune) => commune.slug === slug)) throw new AppError('not-found');
  if (!canReadPool(actor, slug)) throw new AppError('forbidden');
  return slug;
};

interface ListInput {
  slug: string;
  from: 'commune' | 'outside';
  agreed?: 'true' | 'false' | undefined;
  metier?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

const agreedNow = (): QueryFilter<SubstituteRecord> => ({ 'agreement.until': { $gte: parisDate(now()) } });
const waiting = (): QueryFilter<SubstituteRecord> => ({ 'agreement.until': { $not: { $gte: parisDate(now()) } } });

/** A commune’s agents in the pool, or the people from outside. @throws AppError `not-found`, `forbidden` */
export const listPool = async (actor: Actor, { slug, from, agreed, metier, cursor, limit = PAGE_SIZE }: ListInput) => {
  readCommune(actor, slug);
  const here = { employer: from === 'commune' ? slug : null, active: true };
  const asked = [agreed === 'true' ? agreedNow() : agreed === 'false' ? waiting() : {}, metier ? { metiers: metier } : {}];
  const [found, waitingCount] = await Promise.all([
    SubstituteModel.find({ $and: [here, ...asked, afterName(cursor)] }, { exceptions: 0, pattern: 0 })
      .sort({ sortKey: 1, _id: 1 })
      .limit(limit + 1)
      .lean<SubstituteRecord[]>(),
    SubstituteModel.countDocuments({ ...here, ...waiting() }),
  ]);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((substitute) => presentPooled(actor, slug, substitute)),
    nextCursor: found.length > limit && last ? encodeNameCursor(last) : null,
    waitingCount,
  };
};

/** Agreements a commune gave and withdrew, the latest first. @throws AppError `not-found`, `forbidden` */
export const listAgreementActs = async (
  actor: Actor,
  { slug, cursor, limit = PAGE_SIZE }: { slug: string; cursor?: string | undefined; limit?: number | undefined },
) => {
  readCommune(actor, slug);
  if (cursor && !isObjectId(cursor)) throw unknownCursor();
  const found = await AgreementActModel.find({ commune: slug, ...(cursor && { _id: { $lt: cursor } }) })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean<AgreementActFields[]>();
  const page = found.slice(0, limit);
  return { items: page.map(presentAct), nextCursor: found.length > limit ? (page.at(-1)?._id ?? null) : null };
};
