import type { ThreadKind } from '@beffroi/shared/features/forum/forum.vocabulary';

/** Addresses of pages, built here only. */
export const clubPath = (slug: string): string => `/clubs/${slug}`;

/** The questions of one's clubs that nobody answered yet. */
export const WAITING_PATH = '/questions-sans-reponse';

/** What one has not read yet of what one follows. */
export const CATCH_UP_PATH = '/rattrapage';

/** A thread, or one of its replies by number. */
export const threadPath = (clubSlug: string, id: string, number?: number | null): string =>
  `/clubs/${clubSlug}/sujets/${id}${number ? `#reponse-${number}` : ''}`;

export const BOOKMARKS_PATH = '/signets';

export const fichesPath = (clubSlug: string): string => `/clubs/${clubSlug}/fiches`;

export const fichePath = (clubSlug: string, id: string): string => `${fichesPath(clubSlug)}/${id}`;

/** The form of the fiche a thread's accepted answer is to become. */
export const newFichePath = (clubSlug: string, threadId: string): string => `${fichesPath(clubSlug)}/nouvelle?sujet=${threadId}`;

/** The models of every club one reads. */
export const LIBRARY_PATH = '/modeles';

export const templatesPath = (clubSlug: string): string => `${clubPath(clubSlug)}/modeles`;
export const newTemplatePath = (clubSlug: string): string => `${templatesPath(clubSlug)}/nouveau`;

/** A model: its text, written live, or one of its articles. */
export const templatePath = (id: string, articleId?: string | null): string =>
  `${LIBRARY_PATH}/${id}${articleId ? `#article-${articleId}` : ''}`;

/** A model, open at one of its comments. */
export const commentPath = (id: string, commentId: string | null): string =>
  `${templatePath(id)}${commentId ? `#commentaire-${commentId}` : ''}`;

/** What two of its versions say differently. */
export const versionsPath = (id: string): string => `${templatePath(id)}/versions`;

/** The board of replacements, the form of a need (from an earlier one, or not), a need, and what a substitute follows. */
export const REPLACEMENTS_PATH = '/remplacements';
export const NEW_NEED_PATH = `${REPLACEMENTS_PATH}/nouveau`;
export const MISSIONS_PATH = `${REPLACEMENTS_PATH}/mes-missions`;
export const AVAILABILITY_PATH = `${REPLACEMENTS_PATH}/disponibilites`;
export const POOL_PATH = `${REPLACEMENTS_PATH}/vivier`;
/** What the exchanges of the territory come to. */
export const OVERVIEW_PATH = '/bourses/tableau';
/** What a commune lent and received, month by month. */
export const STATEMENTS_PATH = `${REPLACEMENTS_PATH}/releves`;
export const needPath = (id: string): string => `${REPLACEMENTS_PATH}/${id}`;
export const editNeedPath = (id: string): string => `${needPath(id)}/modifier`;
export const copyOfNeedPath = (id: string): string => `${NEW_NEED_PATH}?depuis=${encodeURIComponent(id)}`;

interface Hit {
  kind: string;
  clubSlug: string;
  id: string;
  threadId: string;
  number: number | null;
  article: { id: string | null } | null;
}

/** Where a search hit leads; in a model, to the article of the words found. */
export const hitPath = (hit: Hit): string =>
  hit.kind === 'template'
    ? templatePath(hit.id, hit.article?.id)
    : hit.kind === 'fiche'
      ? fichePath(hit.clubSlug, hit.id)
      : threadPath(hit.clubSlug, hit.threadId, hit.number);

export const personPath = (id: string): string => `/annuaire/${id}`;

/** How a kind of thread is written in addresses. */
export const KIND_SLUG: Record<ThreadKind, string> = {
  question: 'question',
  feedback: 'retour-d-experience',
  watch: 'veille',
  announcement: 'annonce',
};

/** The form of a new thread, a question unless said otherwise, with the club and the title already known. */
export const askPath = ({ club, title, kind }: { club?: string; title?: string; kind?: ThreadKind } = {}): string => {
  const known = { ...(club && { club }), ...(title && { titre: title }), ...(kind && kind !== 'question' && { type: KIND_SLUG[kind] }) };
  const query = new URLSearchParams(known).toString();
  return query ? `/poser?${query}` : '/poser';
};

export const searchPath = (q: string): string => `/recherche?${new URLSearchParams({ q })}`;

/** Where the territory of a new server is created. */
export const INSTALLATION_PATH = '/installation';

/** What the first administrator does next. */
export const FIRST_STEPS_PATH = '/premiers-pas';

export const NOTIFICATIONS_PATH = '/notifications';

/** What one is told of, and how; mails lead there too. */
export const NOTIFICATION_SETTINGS_PATH = '/notifications/reglages';

/** The people of a commune, for who answers for them. */
export const communeAgentsPath = (slug: string): string => `/commune/${slug}/agents`;

/** The one to one’s own address, once signed in. */
export const OWN_INVITATION_PATH = '/invitation';
export const invitationPath = (token: string): string => `/invitation/${token}`;

/** What needs whoever administers the territory, and where she acts. */
export const ADMINISTRATION_PATH = '/administration';
export const ADMINISTERED_CLUBS_PATH = `${ADMINISTRATION_PATH}/clubs`;
export const NEW_CLUB_PATH = `${ADMINISTERED_CLUBS_PATH}/nouveau`;
export const ADMINISTERED_COMMUNES_PATH = `${ADMINISTRATION_PATH}/communes`;
export const ADMINISTERED_REPLACEMENTS_PATH = `${ADMINISTRATION_PATH}/remplacements`;
export const ADMINISTERED_INVITATIONS_PATH = `${ADMINISTRATION_PATH}/invitations`;

/** The card of a club, for who keeps it. */
export const clubSettingsPath = (slug: string): string => `${clubPath(slug)}/reglages`;

/** Vacancies of the communes; their public pages, without sign-in, are the server's. */
export const VACANCIES_PATH = '/emplois';
export const NEW_VACANCY_PATH = `${VACANCIES_PATH}/nouveau`;
/** What one sent, and what a vacancy received. */
export const MY_APPLICATIONS_PATH = `${VACANCIES_PATH}/mes-candidatures`;
export const myApplicationPath = (id: string): string => `${MY_APPLICATIONS_PATH}/${id}`;
export const applicationsOfPath = (vacancyId: string): string => `${VACANCIES_PATH}/${vacancyId}/candidatures`;
/** One of those a vacancy received, beside the others. */
export const applicationOfPath = (vacancyId: string, id: string): string =>
  `${applicationsOfPath(vacancyId)}?${new URLSearchParams({ candidature: id })}`;
export const vacancyPath = (id: string): string => `${VACANCIES_PATH}/${id}`;
export const editVacancyPath = (id: string): string => `${vacancyPath(id)}/modifier`;
export const duplicateVacancyPath = (id: string): string => `${NEW_VACANCY_PATH}?${new URLSearchParams({ depuis: id })}`;

/** Where a commune is, and what its offers begin with. */
export const communeSettingsPath = (slug: string): string => `/commune/${slug}/reglages`;
