import type { Actor } from '@beffroi/shared/core/actor';
import { isHr } from '@beffroi/shared/core/actor';
import { PROPOSED_MESSAGE } from '@beffroi/shared/features/applications/applications.vocabulary';
import { applicationsOf, myApplications } from '../features/applications/applications.queries.ts';
import { applyForVacancy } from '../features/applications/commands/apply-for-vacancy.ts';
import { decideApplication } from '../features/applications/commands/decide-application.ts';
import { planInterview } from '../features/applications/commands/plan-interview.ts';
import { communeName } from '../features/directory/territory.queries.ts';
import { listVacancies } from '../features/vacancies/vacancies.queries.ts';
import { atInstant } from '../platform/clock.ts';
import type { FileStore } from '../platform/files.ts';
import { typeset } from '../platform/markup/typeset.ts';
import type { Cast } from './cast.ts';
import { type DemoPerson, demoPeople } from './content.ts';
import { plainPdf } from './plain-pdf.ts';

const DAY_MS = 86_400_000;
/** Vacancies that received some, of those open: each commune one tries the demonstration with has one. */
const VACANCIES = 14;
const TRIED = ['valenciennes', 'hergnies', 'anzin', 'onnaing'];

const LETTERS = [
  "Votre offre correspond à ce que je fais depuis six ans, dans une commune plus petite. Je souhaite aujourd'hui prendre davantage de responsabilités tout en restant sur le territoire.\n\nDisponible après mon préavis, je vous rencontrerai volontiers.",
  "J'exerce un métier voisin et j'ai suivi cette année la formation du CNFPT qui y prépare. Votre service est celui où je voudrais mettre cela en pratique.\n\nJe me tiens à votre disposition pour en parler.",
  "Après dix ans au même poste, je cherche une mobilité près de mon domicile. L'organisation que décrit votre offre me plaît, et je connais déjà plusieurs de vos collègues par les clubs.",
];

const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY_MS);
const daysAhead = (days: number, hour: number): string => {
  const at = new Date(Date.now() + days * DAY_MS);
  at.setUTCHours(hour, 30, 0, 0);
  return at.toISOString();
};

const cvOf = ({ function: title, expertise }: DemoPerson): Blob =>
  new Blob([
    new Uint8Array(
      plainPdf([
        title,
        'Fonction publique territoriale',
        '',
        'Expérience',
        'Dix ans de service public local',
        '',
        ...expertise.slice(0, 5),
      ]),
    ),
  ]);

interface Chosen {
  id: string;
  title: string;
  commune: string;
}

/** Open vacancies, those of the communes one tries first. */
const vacanciesToFill = async (reader: Actor): Promise<Chosen[]> => {
  const { items } = await listVacancies(reader, { limit: 100 });
  const open = items.filter((item) => item.open).map(({ id, title, commune }) => ({ id, title, commune: commune.slug }));
  return [...open.filter(({ commune }) => TRIED.includes(commune)), ...open.filter(({ commune }) => !TRIED.includes(commune))].slice(
    0,
    VACANCIES,
  );
};

/** The first is met, the second declined, the others wait. */
const answer = async (hr: Actor, vacancy: Chosen, index: number, files: FileStore): Promise<void> => {
  const { items } = await applicationsOf(hr, { id: vacancy.id, limit: 20 });
  const [first, second] = [...items].reverse();
  if (first?.state === 'received')
    await atInstant(daysAgo(2), () =>
      planInterview(
        hr,
        {
          id: first.id,
          version: first.version,
          at: daysAhead(3 + (index % 6), 8 + (index % 5)),
          minutes: 45,
          place: `Mairie, salle du conseil (${communeName(vacancy.commune)})`,
          note: typeset('Vous rencontrerez la responsable du service et la directrice des ressources humaines.'),
        },
        files,
      ),
    );
  if (second?.state === 'received' && index % 2 === 0) {
    const message = PROPOSED_MESSAGE.declined({ title: vacancy.title, commune: communeName(vacancy.commune) });
    await atInstant(daysAgo(1), () =>
      decideApplication(hr, { id: second.id, version: second.version, decision: 'declined', message }, files),
    );
  }
};

/** People of other communes apply, and each commune's HR answers some: through the commands they use. */
export const loadApplications = async (cast: Cast, files: FileStore): Promise<void> => {
  const people = demoPeople.filter(({ commune, roles }) => commune && !roles.includes('hr') && !roles.includes('referent'));
  const seeker = people.find(({ email }) => email === 'agent@anzin.example');
  const hrOf = (commune: string): Actor | undefined => demoPeople.map(({ key }) => cast.actorOf(key)).find((actor) => isHr(actor, commune));
  if (!seeker || (await myApplications(cast.actorOf(seeker.key), {})).items.length > 0) return;
  const vacancies = await vacanciesToFill(cast.actorOf(seeker.key));
  for (const [index, vacancy] of vacancies.entries()) {
    const hr = hrOf(vacancy.commune);
    const others = people.filter(({ commune, key }) => commune !== vacancy.commune && key !== seeker.key);
    const candidates = [1, 2, 3].map((step) => others[(index * 17 + step * 29) % others.length]).slice(0, 1 + (index % 3));
    for (const [order, person] of [...(index < 3 && vacancy.commune !== 'anzin' ? [seeker] : []), ...candidates].entries()) {
      if (!person) continue;
      const letter = typeset(LETTERS[(index + order) % LETTERS.length] as string);
      await atInstant(daysAgo(9 - order - (index % 3)), () =>
        applyForVacancy(cast.actorOf(person.key), { id: vacancy.id, cv: cvOf(person), letter, phone: '' }, files),
      );
    }
    if (hr) await answer(hr, vacancy, index, files);
  }
};
