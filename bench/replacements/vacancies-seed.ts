import { addDays, parisDate } from '@beffroi/shared/core/half-days';
import { METIERS } from '@beffroi/shared/core/public-service/metiers';
import { startingText } from '@beffroi/shared/features/vacancies/metier-texts';
import { FULL_WEEK } from '@beffroi/shared/features/vacancies/vacancies.limits';
import type { VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { VACANCY_DEFAULTS } from '@beffroi/shared/features/vacancies/vacancy-defaults';
import { type Chance, chanceFrom } from '../../server/src/demo/chance.ts';
import { refreshTerritory } from '../../server/src/features/directory/territory.queries.ts';
import { derived } from '../../server/src/features/vacancies/change-vacancy.ts';
import { VacancyModel, type VacancyRecord } from '../../server/src/features/vacancies/vacancy.model.ts';
import { COMMUNES, communeOf } from './seed.ts';

const VACANCIES = 10_000;
const BATCH = 500;
const SEED = 17;
const MINUTE_MS = 60_000;
const PLACES = ['Hôtel de ville', 'Centre technique municipal', 'Groupe scolaire Jules-Ferry', 'Médiathèque', 'Multi-accueil du Centre'];

const contentOf = (chance: Chance): VacancyContent => {
  const metier = chance.pick(METIERS);
  const cadre = chance.pick(metier.cadres);
  const temporary = chance.happens(0.16);
  return {
    ...VACANCY_DEFAULTS,
    ...startingText(metier.slug),
    title: `${metier.label} (F/H)`,
    metier: metier.slug,
    cadre: cadre?.slug ?? null,
    grades: cadre?.grades.slice(0, 3) ?? [],
    nature: temporary ? 'temporary' : 'permanent',
    durationMonths: temporary ? 6 : null,
    contractuels: temporary || chance.happens(0.5),
    weeklyMinutes: chance.happens(0.3) ? 1_200 : FULL_WEEK,
    telework: chance.happens(0.2),
    place: chance.pick(PLACES),
    deadline: addDays(parisDate(new Date()), chance.between(1, 60)),
    organisation: 'Commune',
    recipient: 'recrutement@commune.example',
    rifseep: true,
    benefits: 'CNAS, participation à la prévoyance',
  };
};

/** A published vacancy as the command writes it. */
const vacancyOf = (chance: Chance, index: number): VacancyRecord => {
  const startsOn = addDays(parisDate(new Date()), 30 + (index % 150));
  const placed = { ...contentOf(chance), startsOn, commune: communeOf(chance.between(0, COMMUNES - 1)) };
  const at = new Date(Date.now() - index * MINUTE_MS);
  const by = { id: '0'.repeat(24), name: 'RH', commune: null };
  const published = { state: 'published', version: 1, listedAt: at, publishedAt: at, publishedBy: by, changedAt: at } as const;
  const trail = [{ at, by, action: 'published' as const, note: '' }];
  const _id = new VacancyModel()._id;
  return {
    _id,
    ...placed,
    ...derived(placed),
    ...published,
    closedAt: null,
    askedAt: null,
    attachment: null,
    noticeFrom: null,
    trail,
    createdById: by.id,
  };
};

/** Ten thousand open vacancies over the communes; once. */
export const seedVacancies = async (): Promise<void> => {
  await refreshTerritory();
  if ((await VacancyModel.estimatedDocumentCount()) >= VACANCIES) return;
  const chance = chanceFrom(SEED);
  for (let from = 0; from < VACANCIES; from += BATCH)
    await VacancyModel.collection.insertMany(Array.from({ length: BATCH }, (_, nth) => vacancyOf(chance, from + nth)) as never[]);
};
