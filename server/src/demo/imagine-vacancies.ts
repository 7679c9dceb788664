import { addDays, parisDate } from '@beffroi/shared/core/half-days';
import { type Metier, metierOf } from '@beffroi/shared/core/public-service/metiers';
import { startingText } from '@beffroi/shared/features/vacancies/metier-texts';
import { oneMonthAfter } from '@beffroi/shared/features/vacancies/notice';
import { FULL_WEEK } from '@beffroi/shared/features/vacancies/vacancies.limits';
import type { VacancyChange } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import type { Article } from '@beffroi/shared/features/vacancies/vacancies.vocabulary';
import { type Chance, chanceFrom } from './chance.ts';

export interface ImaginedVacancy {
  key: string;
  commune: string;
  /** When it was published; a draft, begun. */
  daysAgo: number;
  content: VacancyChange & { title: string };
  draft: boolean;
  /** What became of it, and how many days after; nothing while it is open, or once time archived it. */
  closed: { as: 'filled' | 'withdrawn'; after: number; note: string } | null;
}

interface Place {
  slug: string;
  name: string;
  population: number;
}

const SEED = 35;
/** Published within the month, so still open; and before it. */
const CURRENT = 62;
const PAST = 62;
const DRAFTS = 5;
/** Where the commune is small, one does everything. */
const SMALL = 3_000;
const IN_VILLAGES =
  'secretaire-mairie atsem agent-technique-polyvalent agent-entretien agent-restauration animateur-periscolaire agent-accueil agent-espaces-verts agent-bibliotheque'.split(
    ' ',
  );
const IN_TOWNS =
  'atsem auxiliaire-puericulture agent-creche educateur-jeunes-enfants directeur-creche animateur-periscolaire directeur-accueil-loisirs agent-restauration cuisinier agent-entretien gardien-equipement agent-technique-polyvalent agent-espaces-verts agent-voirie electricien plombier-chauffagiste mecanicien responsable-services-techniques directeur-services-techniques charge-operations-batiment technicien-informatique geomaticien agent-accueil officier-etat-civil assistant-administratif instructeur-urbanisme gestionnaire-rh responsable-rh gestionnaire-finances responsable-finances gestionnaire-marches-publics acheteur juriste charge-communication charge-mission-mutualisation bibliothecaire agent-bibliotheque enseignant-artistique maitre-nageur educateur-sportif aide-domicile travailleur-social directeur-ccas policier-municipal chef-police-municipale asvp'.split(
    ' ',
  );
const PLACES: Partial<Record<Metier['filiere'], string[]>> = {
  sociale: ['Groupe scolaire Jules-Ferry', 'École maternelle du Centre', 'École Joliot-Curie', 'Centre communal d’action sociale'],
  'medico-sociale': ['Multi-accueil « Les Petits Pas »', 'Crèche municipale'],
  animation: ['Accueil périscolaire du Centre', 'Maison de l’enfance'],
  technique: ['Centre technique municipal', 'Services techniques', 'Groupes scolaires de la commune'],
  administrative: ['Hôtel de ville', 'Mairie'],
  culturelle: ['Médiathèque', 'École de musique'],
  sportive: ['Piscine', 'Complexe sportif'],
  'police-municipale': ['Poste de police municipale'],
};
const TELEWORKED = new Set(['administrative', 'technique']);
const PERMANENT_ARTICLES: Article[] = ['L332-8-2', 'L332-14'];
const BENEFITS = [
  'CNAS, participation à la prévoyance',
  'Titres-restaurant, CNAS, participation mutuelle',
  'Prime annuelle, amicale du personnel',
  'CNAS, forfait mobilités durables',
];
const PART_TIMES = [1_050, 1_200, 1_470, 1_680, 1_800];

const metierFor = (chance: Chance, { population }: Place): Metier =>
  metierOf(chance.pick(population < SMALL ? IN_VILLAGES : IN_TOWNS)) as Metier;

const dve = (chance: Chance, today: string, daysAgo: number): VacancyChange =>
  chance.happens(0.7)
    ? {
        dveNumber: `V059${parisDate(new Date()).slice(2, 4)}${String(chance.between(100_000, 999_999))}`,
        dveOn: addDays(today, -daysAgo - 1),
      }
    : {};

/** Permanent nearly always; else a season or a project, which waits for no month. */
const terms = (chance: Chance, publishedOn: string): VacancyChange => {
  const late = addDays(oneMonthAfter(publishedOn), chance.between(0, 6));
  if (chance.happens(0.16)) {
    const durationMonths = chance.pick([3, 6, 10]);
    return {
      nature: 'temporary',
      origin: 'creation',
      durationMonths,
      contractuels: true,
      article: chance.pick(['L332-23-1', 'L332-13'] as const),
      deadline: addDays(publishedOn, chance.between(24, 34)),
    };
  }
  const open = chance.happens(0.55);
  const terms = { nature: 'permanent', origin: chance.happens(0.8) ? 'vacancy' : 'creation', contractuels: open, deadline: late } as const;
  return { ...terms, ...(open && { article: chance.pick(PERMANENT_ARTICLES) }) };
};

const contentFor = (chance: Chance, place: Place, today: string, daysAgo: number): ImaginedVacancy['content'] => {
  const metier = metierFor(chance, place);
  const cadre = chance.happens(0.75) ? metier.cadres[0] : chance.pick(metier.cadres);
  const part = metier.categorie === 'C' && chance.happens(0.4);
  const publishedOn = addDays(today, -daysAgo);
  return {
    ...startingText(metier.slug),
    title: `${metier.label} (F/H)`,
    metier: metier.slug,
    cadre: cadre?.slug ?? null,
    grades: [...(cadre?.grades ?? [])],
    weeklyMinutes: part ? chance.pick(PART_TIMES) : FULL_WEEK,
    telework: !part && TELEWORKED.has(metier.filiere) && metier.categorie !== 'C' && chance.happens(0.6),
    place: chance.pick(PLACES[metier.filiere] ?? ['Mairie']),
    startsOn: `${addDays(publishedOn, chance.between(45, 100)).slice(0, 8)}01`,
    rifseep: true,
    nbi: chance.happens(0.15) ? chance.pick([10, 15, 20]) : null,
    benefits: chance.pick(BENEFITS),
    ...terms(chance, publishedOn),
    ...dve(chance, today, daysAgo),
  };
};

const CLOSINGS: { as: 'filled' | 'withdrawn'; note: string }[] = [
  { as: 'filled', note: 'Recrutement par mutation' },
  { as: 'filled', note: 'Mobilité interne' },
  { as: 'filled', note: '' },
  { as: 'withdrawn', note: 'Réorganisation du service' },
];

/** Three months of vacancies over the communes: the present month's, those before it with what became of them, and a few drafts. */
export const imagineVacancies = (places: readonly Place[], now = new Date()): ImaginedVacancy[] => {
  const chance = chanceFrom(SEED);
  const today = parisDate(now);
  const imagine = (index: number, daysAgo: number, draft: boolean): ImaginedVacancy => {
    // Each commune in turn, then by chance: none is forgotten.
    const place = index < places.length ? (places[index] as Place) : chance.pick(places);
    const past = daysAgo > 28;
    const closes = !draft && chance.happens(past ? 0.75 : 0.08);
    const closing = chance.pick(CLOSINGS);
    return {
      key: `demo-vacancy-${index}`,
      commune: place.slug,
      daysAgo,
      draft,
      content: contentFor(chance, place, today, daysAgo),
      closed: closes ? { ...closing, after: Math.max(1, Math.min(daysAgo - 1, chance.between(past ? 20 : 2, 27))) } : null,
    };
  };
  return [
    ...Array.from({ length: CURRENT }, (_, index) => imagine(index, chance.between(1, 27), false)),
    ...Array.from({ length: PAST }, (_, index) => imagine(CURRENT + index, chance.between(38, 92), false)),
    ...Array.from({ length: DRAFTS }, (_, index) => imagine(CURRENT + PAST + index, chance.between(1, 6), true)),
  ];
};
