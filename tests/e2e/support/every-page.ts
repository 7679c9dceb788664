import { expect, type Locator, type Page } from '@playwright/test';
import type { Who } from './test.ts';

interface ProductPage {
  /** Names the page in a report. */
  name: string;
  /** Whose page it is; nobody for those one opens without a session. */
  who: Who | null;
  /** Its address, found through the API where it holds an id. */
  path: string | ((page: Page) => Promise<string>);
  /** What stands there last: the page is whole once it is visible. */
  whole: (page: Page) => Locator;
  /** What the server answers to what the page asks, where that is a refusal: the browser writes it to the console by itself. */
  refused?: 404;
  /** It stands outside the frame of the others: nothing is live on it. */
  outside?: true;
  /** Opens what lies over the page, once it stands. */
  opens?: (page: Page) => Promise<void>;
}

const get = async <T>(page: Page, path: string): Promise<T> => (await (await page.request.get(`/api${path}`)).json()) as T;

/** A thread with everything one finds in threads: lists, an accepted answer, nested replies, votes. */
const richThread = async (page: Page): Promise<string> => {
  const { items } = await get<{ items: { id: string; clubSlug: string }[] }>(
    page,
    `/threads/similar?title=${encodeURIComponent('Révision de prix : quel indice pour la restauration scolaire')}`,
  );
  return `/clubs/${items[0]?.clubSlug}/sujets/${items[0]?.id}`;
};

const aFiche = async (page: Page): Promise<string> => {
  const { items } = await get<{ items: { id: string; clubSlug: string }[] }>(page, '/clubs/marches-publics/fiches');
  return `/clubs/${items[0]?.clubSlug}/fiches/${items[0]?.id}`;
};

/** The model that is in review, with what is proposed and said about it. */
const aTemplate = async (page: Page): Promise<string> =>
  `/modeles/${(await get<{ items: { id: string }[] }>(page, '/clubs/marches-publics/templates?state=review')).items[0]?.id}`;

const somebody = async (page: Page): Promise<string> =>
  `/annuaire/${(await get<{ items: { id: string }[] }>(page, '/people?limit=1')).items[0]?.id}`;

const open = (key: string, dialog: string, query?: string) => async (page: Page) => {
  await page.keyboard.press(key);
  await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
  if (query) {
    await page.keyboard.type(query);
    await expect(page.getByRole('group', { name: 'Sujets' }).getByRole('option').first()).toBeVisible();
  }
};

const list = (name: string) => (page: Page) => page.getByRole('list', { name }).getByRole('listitem').first();
const text = (words: string) => (page: Page) => page.getByText(words);
const button = (name: string) => (page: Page) => page.getByRole('button', { name });
const field = (name: string) => (page: Page) => page.getByRole('textbox', { name });
const first = (page: Page) => page.getByRole('main').getByRole('listitem').first();

const visitors: ProductPage[] = [
  { name: 'connexion', who: null, path: '/connexion', whole: (page) => page.getByRole('region', { name: 'Territoire de démonstration' }) },
  { name: 'mot de passe oublié', who: null, path: '/mot-de-passe-oublie', whole: button('Recevoir un lien') },
  { name: 'nouveau mot de passe', who: null, path: '/nouveau-mot-de-passe?token=x', whole: button('Enregistrer ce mot de passe') },
  {
    name: 'invitation périmée',
    who: null,
    path: '/invitation/x',
    refused: 404,
    whole: text('Ce lien a déjà servi ou n’est plus valable.'),
  },
  {
    name: 'invitation à accepter',
    who: 'clerk',
    outside: true,
    path: '/invitation',
    refused: 404,
    whole: text('a peut-être déjà servi'),
  },
  { name: 'lien périmé', who: null, path: '/nouveau-mot-de-passe', whole: text('Il a déjà servi ou date de plus d’une heure.') },
];

/** Presses what opens a dialog, one after the other. */
const press =
  (dialog: RegExp, ...pressed: ((page: Page) => Locator)[]) =>
  async (page: Page) => {
    for (const each of pressed) await each(page).click();
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
  };

const clubs: ProductPage[] = [
  { name: 'clubs', who: 'asker', path: '/clubs', whole: first },
  { name: 'club', who: 'asker', path: '/clubs/marches-publics', whole: list('Sujets') },
  { name: 'questions résolues', who: 'asker', path: '/clubs/marches-publics?etat=resolue', whole: list('Questions') },
  { name: 'club fermé', who: 'pilot', path: '/clubs/ressources-humaines', whole: text('Les échanges de ce club sont réservés') },
  { name: 'veille', who: 'asker', path: '/clubs/urbanisme?type=veille', whole: list('Veille') },
  { name: 'fiche', who: 'asker', path: aFiche, whole: text('Sources') },
  { name: 'fiches', who: 'asker', path: '/clubs/marches-publics/fiches', whole: list('Fiches') },
  { name: 'présentation', who: 'asker', path: '/clubs/marches-publics/presentation', whole: text('À quoi sert ce club') },
  { name: 'membres', who: 'pilot', path: '/clubs/marches-publics/membres', whole: list('Membres') },
  { name: 'modération', who: 'pilot', path: '/clubs/marches-publics/moderation', whole: text('la charte du club l’exclut') },
  { name: 'club archivé', who: 'asker', path: '/clubs/elections-2026', whole: list('Sujets') },
  { name: 'modèles du club', who: 'pilot', path: '/clubs/marches-publics/modeles', whole: list('Modèles') },
  { name: 'nouveau modèle', who: 'pilot', path: '/clubs/marches-publics/modeles/nouveau', whole: button('Commencer à écrire') },
  { name: 'sujet', who: 'asker', path: richThread, whole: (page) => page.getByRole('article', { name: /^Réponse 5,/ }) },
  {
    name: 'en faire une clause',
    who: 'pilot',
    path: richThread,
    whole: button('En faire une clause'),
    opens: press(/^En faire une clause$/, button('En faire une clause')),
  },
  { name: 'poser une question', who: 'asker', path: '/poser', whole: field('Les détails de votre question') },
];

const others: ProductPage[] = [
  { name: 'aujourd’hui', who: 'asker', path: '/', whole: first },
  { name: 'aujourd’hui sans club', who: 'substitute', path: '/', whole: text('Aucun club ne vous est encore ouvert') },
  { name: 'signets', who: 'pilot', path: '/signets', whole: text('Aucun signet pour l’instant') },
  { name: 'questions sans réponse', who: 'asker', path: '/questions-sans-reponse', whole: list('Questions sans réponse') },
  { name: 'à rattraper', who: 'asker', path: '/rattrapage', whole: first },
  {
    name: 'recherche',
    who: 'asker',
    path: '/recherche',
    whole: text('Cherchez dans les questions, les réponses, les offres et les remplacements'),
  },
  { name: 'résultats', who: 'asker', path: '/recherche?q=indice+revision', whole: list('Résultats') },
  { name: 'aucun résultat', who: 'asker', path: '/recherche?q=xylophone', whole: text('Aucun résultat') },
  { name: 'modèles', who: 'asker', path: '/modeles', whole: list('Modèles') },
  { name: 'modèles trouvés', who: 'asker', path: '/modeles?q=penalites', whole: list('Résultats') },
  { name: 'modèle', who: 'pilot', path: aTemplate, whole: (page) => page.getByRole('article', { name: /^Suggestion/ }).first() },
  {
    name: 'état d’un modèle',
    who: 'pilot',
    path: aTemplate,
    whole: button('État…'),
    opens: press(/^Valider/, button('État…'), (page) => page.getByRole('menuitem', { name: /^Valider/ })),
  },
  {
    name: 'versions d’un modèle',
    who: 'pilot',
    path: async (page) => `${await aTemplate(page)}/versions`,
    whole: (page) => page.getByText(/passages? (?:a|ont) changé/),
  },
  { name: 'mes disponibilités', who: 'substitute', path: '/remplacements/disponibilites', whole: button('Quitter le vivier') },
  { name: 'entrer dans le vivier', who: 'asker', path: '/remplacements/disponibilites', whole: button('Entrer dans le vivier') },
  { name: 'vivier', who: 'hr', path: '/remplacements/vivier', whole: list('Journal des accords') },
  { name: 'annuaire', who: 'asker', path: '/annuaire', whole: list('Personnes') },
  { name: 'personne', who: 'asker', path: somebody, whole: text('Courriel') },
  { name: 'agents de ma commune', who: 'referent', path: '/commune/onnaing/agents', whole: list('Agents') },
  { name: 'administration', who: 'administrator', path: '/administration', whole: text('clubs ouverts') },
  { name: 'clubs du territoire', who: 'administrator', path: '/administration/clubs', whole: list('Clubs ouverts') },
  { name: 'communes et agents', who: 'administrator', path: '/administration/communes', whole: list('Communes') },
  { name: 'invitations du territoire', who: 'administrator', path: '/administration/invitations', whole: list('Invitations en attente') },
  { name: 'réglages des remplacements', who: 'administrator', path: '/administration/remplacements', whole: button('Enregistrer') },
  { name: 'créer un club', who: 'administrator', path: '/administration/clubs/nouveau', whole: button('Créer le club') },
  { name: 'réglages d’un club', who: 'administrator', path: '/clubs/marches-publics/reglages', whole: button('Archiver le club…') },
  { name: 'profil', who: 'asker', path: '/profil', whole: field('Nom affiché') },
  { name: 'réglages des notifications', who: 'pilot', path: '/notifications/reglages', whole: text('Pas plus de') },
  { name: 'notifications', who: 'asker', path: '/notifications', whole: list('Notifications') },
  { name: 'page introuvable', who: 'asker', path: '/nulle/part', whole: text('Rien à cette adresse') },
  {
    name: 'palette ouverte',
    who: 'asker',
    path: '/clubs',
    whole: first,
    opens: open('Control+k', 'Chercher, aller à, poser une question', 'marché'),
  },
  {
    name: 'cloche ouverte',
    who: 'asker',
    path: '/clubs',
    whole: first,
    opens: async (page) => {
      await page.getByRole('button', { name: /^Notifications/ }).click();
      await expect(
        page
          .getByRole('dialog', { name: /^Notifications/ })
          .getByRole('listitem')
          .first(),
      ).toBeVisible();
    },
  },
  { name: 'raccourcis ouverts', who: 'asker', path: '/clubs', whole: first, opens: open('?', 'Raccourcis clavier') },
];

const aVacancy =
  (after = '') =>
  async (page: Page): Promise<string> =>
    `/emplois/${(await get<{ items: { id: string }[] }>(page, '/vacancies?commune=valenciennes')).items[0]?.id}${after}`;
const anOffer = async (page: Page): Promise<string> =>
  /href="(\/offres\/[0-9a-f]{24})"/.exec(await (await page.request.get('/offres')).text())?.[1] ?? '/offres';

const vacancies: ProductPage[] = [
  { name: 'emplois', who: 'asker', path: '/emplois?filiere=technique&rayon=20', whole: list('Offres d’emploi') },
  { name: 'emplois, pour qui recrute', who: 'hr', path: '/emplois', whole: list('Offres d’emploi') },
  { name: 'offre d’emploi', who: 'hr', path: aVacancy(), whole: text('a publié l’offre') },
  { name: 'publier une offre', who: 'hr', path: '/emplois/nouveau', whole: button('Garder en brouillon') },
  { name: 'modifier une offre', who: 'hr', path: aVacancy('/modifier'), whole: button('Enregistrer') },
  { name: 'réglages d’une commune', who: 'referent', path: '/commune/onnaing/reglages', whole: field('Latitude') },
  { name: 'offres publiques', who: null, path: '/offres', whole: first },
  { name: 'offre publique', who: null, path: anOffer, whole: text('Missions') },
];

/** A need of her commune, for its HR; one she was asked for, for a substitute. */
const aNeed =
  (after = '') =>
  async (page: Page): Promise<string> =>
    `/remplacements/${(await get<{ items: { id: string }[] }>(page, '/replacements?commune=hergnies&limit=1')).items[0]?.id}${after}`;
const anAsking = async (page: Page): Promise<string> => {
  const { items } = await get<{ items: { replacement: { id: string } }[] }>(page, '/replacements/mine');
  return `/remplacements/${items[0]?.replacement.id}`;
};

const exchanges: ProductPage[] = [
  { name: 'remplacements', who: 'clerk', path: '/remplacements', whole: (page) => page.getByRole('heading', { level: 2 }).first() },
  { name: 'remplacements vus d’ailleurs', who: 'asker', path: '/remplacements', whole: text('voient qui se propose') },
  { name: 'semaine sans remplacement', who: 'asker', path: '/remplacements?semaine=2031-01-06', whole: text('Aucun remplacement cherché') },
  { name: 'besoin', who: 'clerk', path: aNeed(), whole: list('Candidates') },
  { name: 'modifier un besoin', who: 'clerk', path: aNeed('/modifier'), whole: button('Enregistrer') },
  { name: 'besoin d’une remplaçante', who: 'substitute', path: anAsking, whole: list('Demi-journées') },
  { name: 'publier un besoin', who: 'clerk', path: '/remplacements/nouveau', whole: button('Publier') },
  { name: 'mes remplacements', who: 'substitute', path: '/remplacements/mes-missions', whole: first },
];

const anApplication = async (page: Page): Promise<string> =>
  `/emplois/mes-candidatures/${(await get<{ items: { id: string }[] }>(page, '/applications')).items[0]?.id}`;

/** What a vacancy of the person's commune received. */
const received = async (page: Page): Promise<string> => {
  const { items } = await get<{ items: { id: string; commune: { slug: string } }[] }>(page, '/vacancies?limit=100');
  for (const { id } of items.filter(({ commune }) => commune.slug === 'valenciennes')) {
    const applications = await get<{ items: { id: string }[] }>(page, `/vacancies/${id}/applications`);
    if (applications.items[0]) return `/emplois/${id}/candidatures?candidature=${applications.items[0].id}`;
  }
  throw new Error('no application in the demonstration');
};

const afterwards: ProductPage[] = [
  { name: 'relevé des remplacements', who: 'hr', path: '/remplacements/releves', whole: (page) => page.getByRole('table').first() },
  { name: 'tableau des bourses', who: 'hr', path: '/bourses/tableau', whole: (page) => page.getByRole('table').last() },
  { name: 'candidatures reçues', who: 'hr', path: received, whole: text('Conservée jusqu’au') },
  { name: 'mes candidatures', who: 'asker', path: '/emplois/mes-candidatures', whole: list('Mes candidatures') },
  { name: 'ma candidature', who: 'asker', path: anApplication, whole: text('Conservée jusqu’au') },
];

/** Every page of the product, and what may lie over one. */
export const EVERY_PAGE: readonly ProductPage[] = [...visitors, ...clubs, ...exchanges, ...vacancies, ...afterwards, ...others];

/** Goes to a page and waits until it is whole. */
export const visit = async (page: Page, { path, whole, opens }: ProductPage): Promise<void> => {
  await page.goto(typeof path === 'string' ? path : await path(page));
  await expect(whole(page)).toBeVisible();
  await opens?.(page);
};
