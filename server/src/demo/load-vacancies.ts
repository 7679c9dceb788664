import type { Actor } from '@beffroi/shared/core/actor';
import { ofPlace } from '@beffroi/shared/core/french-of';
import { attachFile } from '../features/vacancies/commands/attach-file.ts';
import { closeVacancy } from '../features/vacancies/commands/close-vacancy.ts';
import { createVacancy } from '../features/vacancies/commands/create-vacancy.ts';
import { saveSearch } from '../features/vacancies/commands/save-search.ts';
import { saveVacancySettings } from '../features/vacancies/commands/save-vacancy-settings.ts';
import { savedSearches } from '../features/vacancies/saved-searches.queries.ts';
import { lookAtDeadlines } from '../features/vacancies/vacancy-clock.ts';
import { atInstant } from '../platform/clock.ts';
import type { FileStore } from '../platform/files.ts';
import type { Cast } from './cast.ts';
import { demoCommunes, demoPeople } from './content.ts';
import { type ImaginedVacancy, imagineVacancies } from './imagine-vacancies.ts';
import { plainPdf } from './plain-pdf.ts';

const DAY_MS = 86_400_000;
/** Written at once: enough for the store to group their commits. */
const AT_ONCE = 12;
/** Communes that show their offers to everyone. */
const PUBLIC = new Set(['valenciennes', 'anzin', 'metropole', 'marly', 'hergnies', 'saint-saulve']);

const hrOf = (cast: Cast): Map<string, Actor> =>
  new Map(
    demoPeople.flatMap(({ key, commune, roles }) => (commune && roles.includes('hr') ? [[commune, cast.actorOf(key)] as const] : [])),
  );

/** In the working day, the same for each however often it is loaded. */
const instant = (daysAgo: number, key: string): Date => {
  const day = new Date(Date.now() - daysAgo * DAY_MS);
  day.setUTCHours(8 + (key.length % 3) + (Number(key.split('-').at(-1)) % 6), (Number(key.split('-').at(-1)) * 7) % 60, 0, 0);
  return day;
};

/** The post's description, as it is joined to one offer in three. */
const sheetOf = ({ title, missions = '' }: ImaginedVacancy['content']): File =>
  new File(
    [new Uint8Array(plainPdf([title, 'Fiche de poste', '', ...missions.split('\n')]))],
    `Fiche de poste, ${title.replace(' (F/H)', '')}.pdf`,
  );

const loadOne = async (hr: Actor, vacancy: ImaginedVacancy, files: FileStore): Promise<void> => {
  const { key, commune, daysAgo, content, draft, closed } = vacancy;
  const { id, state, version, attachment } = await atInstant(instant(daysAgo, key), () =>
    createVacancy(hr, { ...content, commune, publish: !draft, idempotencyKey: key }),
  );
  if (!attachment && state === 'published' && Number(key.split('-').at(-1)) % 3 === 0)
    await atInstant(instant(daysAgo, key), () => attachFile(hr, { id, version, file: sheetOf(content) }, files));
  if (closed && state === 'published')
    await atInstant(instant(daysAgo - closed.after, key), () => closeVacancy(hr, { id, as: closed.as, note: closed.note }));
};

const loadSettings = async (hrs: ReadonlyMap<string, Actor>): Promise<void> => {
  for (const { slug, name } of demoCommunes) {
    const hr = hrs.get(slug);
    if (!hr) continue;
    const epci = slug === 'metropole';
    await saveVacancySettings(hr, {
      slug,
      publicPage: PUBLIC.has(slug),
      authority: epci ? 'Le Président de la communauté d’agglomération' : `Le Maire ${ofPlace(name)}`,
      organisation: epci ? name : `Commune ${ofPlace(name)}`,
      contact: 'Service des ressources humaines',
      recipient: `recrutement@${slug}.example`,
      benefits: '',
    });
  }
};

/** What the agent one tries the demonstration with looks for. */
const loadSearches = async (cast: Cast): Promise<void> => {
  const seeker = demoPeople.find(({ email }) => email === 'agent@anzin.example');
  if (!seeker) return;
  const actor = cast.actorOf(seeker.key);
  if ((await savedSearches(actor)).items.length > 0) return;
  await saveSearch(actor, { name: 'Urbanisme à moins de 15 km', filters: { q: 'urbanisme', within: 15 }, alert: true });
  await saveSearch(actor, {
    name: 'Filière administrative, catégorie B',
    filters: { filiere: 'administrative', categorie: 'B' },
    alert: false,
  });
};

/** Three months of vacancies, through the commands of each commune's HR; those past their deadline are archived as time does. */
export const loadVacancies = async (cast: Cast, files: FileStore): Promise<void> => {
  const hrs = hrOf(cast);
  await loadSettings(hrs);
  // Onnaing published none yet: its account shows how one begins.
  const places = demoCommunes
    .filter(({ slug }) => hrs.has(slug) && slug !== 'onnaing')
    .map(({ slug, name, population }) => ({ slug, name, population: population ?? 0 }));
  const queue = imagineVacancies(places);
  const worker = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) await loadOne(hrs.get(next.commune) as Actor, next, files);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await lookAtDeadlines();
  await loadSearches(cast);
};
