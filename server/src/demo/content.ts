import type { AnnouncementAudience, ThreadKind } from '@beffroi/shared/features/forum/forum.vocabulary';
import type { Watch } from '@beffroi/shared/features/forum/thread-kinds.contract';
import type { InvitationInput } from '@beffroi/shared/features/invitations/invitations.contract';
import type { ReportReason } from '@beffroi/shared/features/moderation/moderation.vocabulary';
import type { NewClub } from '../features/clubs/commands/create-club.ts';
import type { NewCommune } from '../features/directory/commands/create-commune.ts';
import administration from './content/administration.json' with { type: 'json' };
import announcements from './content/announcements.json' with { type: 'json' };
import clubs from './content/clubs.json' with { type: 'json' };
import communes from './content/communes.json' with { type: 'json' };
import feedback from './content/feedback.json' with { type: 'json' };
import fiches from './content/fiches.json' with { type: 'json' };
import moderation from './content/moderation.json' with { type: 'json' };
import people from './content/people.json' with { type: 'json' };
import tags from './content/tags.json' with { type: 'json' };
import accessibilite from './content/threads-accessibilite.json' with { type: 'json' };
import actionSociale from './content/threads-action-sociale.json' with { type: 'json' };
import elections from './content/threads-elections-2026.json' with { type: 'json' };
import finances from './content/threads-finances-publiques.json' with { type: 'json' };
import habitat from './content/threads-habitat-logement-indigne.json' with { type: 'json' };
import ingenierie from './content/threads-ingenierie-technique.json' with { type: 'json' };
import juridique from './content/threads-juridique.json' with { type: 'json' };
import marches from './content/threads-marches-publics.json' with { type: 'json' };
import energie from './content/threads-performance-energie.json' with { type: 'json' };
import prevention from './content/threads-prevention-delinquance.json' with { type: 'json' };
import ressourcesHumaines from './content/threads-ressources-humaines.json' with { type: 'json' };
import sport from './content/threads-sport.json' with { type: 'json' };
import urbanisme from './content/threads-urbanisme.json' with { type: 'json' };
import utilisateurs from './content/threads-utilisateurs-applicatifs.json' with { type: 'json' };
import watches from './content/watches.json' with { type: 'json' };

/** A person of the demonstration, named by function; `key` is how the texts refer to her. */
export interface DemoPerson {
  key: string;
  email: string;
  function: string;
  commune: string | null;
  roles: string[];
  member: string[];
  pilot: string[];
  guest?: string[];
  expertise: string[];
}
export interface DemoReply {
  by: string;
  hoursAfter: number;
  body: string;
  useful?: number;
  accepted?: boolean;
  /** Index of the reply answered. */
  under?: number;
}
export interface DemoThread {
  /** A question without. */
  kind?: ThreadKind;
  watch?: Watch;
  audience?: AnnouncementAudience;
  /** How many members have read an announcement. */
  readBy?: number;
  title: string;
  by: string;
  daysAgo: number;
  body: string;
  meToo?: number;
  replies: DemoReply[];
}

export const demoCommunes = communes as NewCommune[];
export const demoClubs = clubs.map(({ icon: _icon, ...club }, order) => ({ ...club, order })) as NewClub[];
export const demoPeople: DemoPerson[] = people;
/** A fiche made of the accepted answer of the thread of that title. */
export interface DemoFiche {
  thread: string;
  title: string;
  by: string;
  reviewOn: string | null;
}

const questions: Record<string, DemoThread[]> = {
  accessibilite,
  'action-sociale': actionSociale,
  'elections-2026': elections,
  'finances-publiques': finances,
  'habitat-logement-indigne': habitat,
  'ingenierie-technique': ingenierie,
  juridique,
  'marches-publics': marches,
  'performance-energie': energie,
  'prevention-delinquance': prevention,
  'ressources-humaines': ressourcesHumaines,
  sport,
  urbanisme,
  'utilisateurs-applicatifs': utilisateurs,
};

const ofKind = (kind: ThreadKind, byClub: object): [string, DemoThread[]][] =>
  Object.entries(byClub as Record<string, DemoThread[]>).map(([club, threads]) => [club, threads.map((thread) => ({ ...thread, kind }))]);

/** What each club wrote, of every kind. */
export const demoThreads: [string, DemoThread[]][] = [
  ...Object.entries(questions),
  ...ofKind('feedback', feedback),
  ...ofKind('watch', watches),
  ...ofKind('announcement', announcements),
];
/** The tags of each club, and the words of a title that call for one. */
export const demoTags: Record<string, Record<string, string>> = tags;
export const demoFiches: DemoFiche[] = fiches;

/** Something a person does in the clubs, some days ago. */
export interface DemoAct {
  by: string;
  daysAgo: number;
}
type OnThread = DemoAct & { thread: string };
interface DemoModeration {
  pinned: OnThread[];
  closed: (OnThread & { reason: string })[];
  /** Threads that ask again what another, `of`, asked before. */
  duplicates: (OnThread & { of: string })[];
  /** `reply` is the index of the one reported. */
  reports: (OnThread & { reply: number; reason: ReportReason; text: string })[];
}
export const demoModeration = moderation as DemoModeration;

interface DemoAdministration {
  archived: (DemoAct & { club: string })[];
  /** Of people nobody of whom has come yet. */
  invitations: (DemoAct & Pick<InvitationInput, 'email' | 'function' | 'grants'>)[];
}
export const demoAdministration = administration as DemoAdministration;
