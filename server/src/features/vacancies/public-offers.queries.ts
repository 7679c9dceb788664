import { parisDate } from '@beffroi/shared/core/half-days';
import { now } from '../../platform/clock.ts';
import { beforeCursor, encodeCursor } from '../../platform/cursor.ts';
import { isObjectId, objectId } from '../../platform/object-id.ts';
import { VacancyModel, type VacancyRecord } from './vacancy.model.ts';
import { publicCommunes } from './vacancy-settings.queries.ts';

/** Without what was done about it, and by whom: nobody outside needs to know. */
const PUBLIC_FIELDS = { found: 0, trail: 0, publishedBy: 0, createdById: 0, idempotencyKey: 0 } as const;
export type PublicOffer = Omit<VacancyRecord, 'found' | 'trail' | 'publishedBy' | 'createdById' | 'idempotencyKey'>;

const OFFERS = 30;

const shown = (communes: readonly string[]) => ({
  state: 'published' as const,
  commune: { $in: [...communes] },
  deadline: { $gte: parisDate(now()) },
});

/**
 * The open offers of the communes that show theirs to everyone, the last published first: one command.
 * @param commune only this one's; nothing where it shows none
 * @throws AppError `invalid-input` (a cursor that is none of ours)
 */
export const publicOffers = async ({ commune, cursor }: { commune?: string | undefined; cursor?: string | undefined }) => {
  const communes = publicCommunes().filter((slug) => commune === undefined || slug === commune);
  if (communes.length === 0) return { offers: [], next: null };
  const found = await VacancyModel.find({ ...shown(communes), ...beforeCursor('listedAt', cursor) }, PUBLIC_FIELDS)
    .sort({ listedAt: -1, _id: -1 })
    .limit(OFFERS + 1)
    .lean<PublicOffer[]>();
  const offers = found.slice(0, OFFERS);
  const last = found.length > OFFERS ? offers.at(-1) : undefined;
  return { offers, next: last ? encodeCursor({ at: last.listedAt, id: last._id }) : null };
};

/** An offer its commune shows to everyone, while it is open; null for all others, which outside do not exist. */
export const publicOffer = async (id: string): Promise<PublicOffer | null> =>
  isObjectId(id) ? VacancyModel.findOne({ _id: objectId(id), ...shown(publicCommunes()) }, PUBLIC_FIELDS).lean<PublicOffer>() : null;
