import type { Actor } from '@beffroi/shared/core/actor';
import { vacancyCommunes } from '@beffroi/shared/features/vacancies/vacancies.policy';
import { communeName } from '../directory/territory.queries.ts';
import { VacancyModel, type VacancyRecord } from './vacancy.model.ts';

type Named = Pick<VacancyRecord, '_id' | 'title' | 'commune'>;

const present = ({ _id, title, commune }: Named) => ({
  id: _id.toHexString(),
  title,
  commune: { slug: commune, name: communeName(commune) },
});

/**
 * What of their vacancies waits for a commune's HR: those asked about, the first to close first, and the drafts, the last begun first.
 * Two commands; none for who is no HR.
 */
export const waitingVacancies = async (actor: Actor, limit: number) => {
  const communes = vacancyCommunes(actor);
  if (communes.length === 0) return { toConfirm: [], drafts: [] };
  const commune = { $in: [...communes] };
  const fields = { title: 1, commune: 1 } as const;
  const [asked, drafts] = await Promise.all([
    VacancyModel.find({ commune, state: 'published', askedAt: { $ne: null } }, fields)
      .sort({ deadline: 1, _id: 1 })
      .limit(limit)
      .lean<Named[]>(),
    VacancyModel.find({ commune, state: 'draft' }, fields).sort({ listedAt: -1, _id: -1 }).limit(limit).lean<Named[]>(),
  ]);
  return { toConfirm: asked.map(present), drafts: drafts.map(present) };
};
