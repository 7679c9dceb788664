import { type ComponentType, lazy, Suspense } from 'react';
import { BrowserRouter, matchPath, Route, Routes } from 'react-router';
import { api } from './lib/api.ts';
import { meOptions } from './lib/me.ts';
import { loadPage } from './lib/new-version.ts';
import {
  ADMINISTERED_CLUBS_PATH,
  ADMINISTERED_COMMUNES_PATH,
  ADMINISTERED_INVITATIONS_PATH,
  ADMINISTERED_REPLACEMENTS_PATH,
  ADMINISTRATION_PATH,
  AVAILABILITY_PATH,
  applicationsOfPath,
  BOOKMARKS_PATH,
  CATCH_UP_PATH,
  communeAgentsPath,
  communeSettingsPath,
  editNeedPath,
  editVacancyPath,
  FIRST_STEPS_PATH,
  INSTALLATION_PATH,
  invitationPath,
  LIBRARY_PATH,
  MISSIONS_PATH,
  MY_APPLICATIONS_PATH,
  myApplicationPath,
  NEW_CLUB_PATH,
  NEW_NEED_PATH,
  NEW_VACANCY_PATH,
  NOTIFICATION_SETTINGS_PATH,
  NOTIFICATIONS_PATH,
  needPath,
  newTemplatePath,
  OVERVIEW_PATH,
  OWN_INVITATION_PATH,
  POOL_PATH,
  REPLACEMENTS_PATH,
  STATEMENTS_PATH,
  templatePath,
  templatesPath,
  VACANCIES_PATH,
  vacancyPath,
  versionsPath,
  WAITING_PATH,
} from './lib/paths.ts';
import { queryClient } from './lib/query-client.ts';
import { askFirstData } from './pages/first-data.ts';
import { bringPage, PageOnItsWay } from './shell/page-on-its-way.tsx';
import { SessionGuard } from './shell/session-guard.tsx';
import { Shell } from './shell/shell.tsx';
import { TerritoryGuard } from './shell/territory-guard.tsx';
import { PageSkeleton } from './ui/skeletons.tsx';

interface PageRoute {
  path: string;
  load: () => Promise<ComponentType>;
}

/** The page that came before anything was drawn. Drawn lazily, even at hand, its skeleton would stand for the 300 ms React gives a fallback. */
const first = new Map<PageRoute, ComponentType>();

/** Pages one opens without a session. */
const PUBLIC: PageRoute[] = [
  { path: '/connexion', load: async () => (await import('./pages/sign-in-page.tsx')).SignInPage },
  { path: '/mot-de-passe-oublie', load: async () => (await import('./pages/forgotten-password-page.tsx')).ForgottenPasswordPage },
  { path: '/nouveau-mot-de-passe', load: async () => (await import('./pages/reset-password-page.tsx')).ResetPasswordPage },
  { path: INSTALLATION_PATH, load: async () => (await import('./pages/installation-page.tsx')).InstallationPage },
  // Without a session, the guard asks for one and comes back.
  { path: OWN_INVITATION_PATH, load: async () => (await import('./pages/invitation-page.tsx')).InvitationPage },
  { path: invitationPath(':token'), load: async () => (await import('./pages/invitation-page.tsx')).InvitationPage },
];

/** Pages under the shell, where the person is known. */
const SIGNED_IN: PageRoute[] = [
  { path: '/', load: async () => (await import('./pages/today-page.tsx')).TodayPage },
  { path: WAITING_PATH, load: async () => (await import('./pages/waiting-page.tsx')).WaitingPage },
  { path: CATCH_UP_PATH, load: async () => (await import('./pages/catch-up-page.tsx')).CatchUpPage },
  { path: BOOKMARKS_PATH, load: async () => (await import('./pages/bookmarks-page.tsx')).BookmarksPage },
  { path: '/clubs', load: async () => (await import('./pages/clubs-page.tsx')).ClubsPage },
  { path: '/clubs/:slug', load: async () => (await import('./pages/club-page.tsx')).ClubPage },
  { path: '/clubs/:slug/presentation', load: async () => (await import('./pages/club-presentation-page.tsx')).ClubPresentationPage },
  { path: '/clubs/:slug/membres', load: async () => (await import('./pages/club-members-page.tsx')).ClubMembersPage },
  {
    path: '/clubs/:slug/moderation',
    load: async () => (await import('./pages/club-moderation-page.tsx')).ClubModerationPage,
  },
  { path: '/clubs/:slug/reglages', load: async () => (await import('./pages/club-settings-page.tsx')).ClubSettingsPage },
  { path: ADMINISTRATION_PATH, load: async () => (await import('./pages/administration-page.tsx')).AdministrationPage },
  {
    path: ADMINISTERED_CLUBS_PATH,
    load: async () => (await import('./pages/administration-clubs-page.tsx')).AdministrationClubsPage,
  },
  { path: NEW_CLUB_PATH, load: async () => (await import('./pages/new-club-page.tsx')).NewClubPage },
  {
    path: ADMINISTERED_COMMUNES_PATH,
    load: async () => (await import('./pages/administration-communes-page.tsx')).AdministrationCommunesPage,
  },
  {
    path: ADMINISTERED_INVITATIONS_PATH,
    load: async () => (await import('./pages/administration-invitations-page.tsx')).AdministrationInvitationsPage,
  },
  {
    path: ADMINISTERED_REPLACEMENTS_PATH,
    load: async () => (await import('./pages/administration-replacements-page.tsx')).AdministrationReplacementsPage,
  },
  { path: '/clubs/:slug/fiches', load: async () => (await import('./pages/club-fiches-page.tsx')).ClubFichesPage },
  { path: '/clubs/:slug/fiches/nouvelle', load: async () => (await import('./pages/new-fiche-page.tsx')).NewFichePage },
  { path: '/clubs/:slug/fiches/:id', load: async () => (await import('./pages/fiche-page.tsx')).FichePage },
  { path: '/clubs/:slug/sujets/:id', load: async () => (await import('./pages/thread-page.tsx')).ThreadPage },
  { path: templatesPath(':slug'), load: async () => (await import('./pages/club-templates-page.tsx')).ClubTemplatesPage },
  { path: newTemplatePath(':slug'), load: async () => (await import('./pages/new-template-page.tsx')).NewTemplatePage },
  { path: LIBRARY_PATH, load: async () => (await import('./pages/library-page.tsx')).LibraryPage },
  { path: templatePath(':id'), load: async () => (await import('./pages/template-page.tsx')).TemplatePage },
  { path: versionsPath(':id'), load: async () => (await import('./pages/template-versions-page.tsx')).TemplateVersionsPage },
  { path: MY_APPLICATIONS_PATH, load: async () => (await import('./pages/my-applications-page.tsx')).MyApplicationsPage },
  { path: myApplicationPath(':id'), load: async () => (await import('./pages/my-application-page.tsx')).MyApplicationPage },
  { path: applicationsOfPath(':id'), load: async () => (await import('./pages/applications-page.tsx')).ApplicationsPage },
  { path: OVERVIEW_PATH, load: async () => (await import('./pages/overview-page.tsx')).OverviewPage },
  { path: STATEMENTS_PATH, load: async () => (await import('./pages/statements-page.tsx')).StatementsPage },
  { path: REPLACEMENTS_PATH, load: async () => (await import('./pages/replacements-page.tsx')).ReplacementsPage },
  { path: NEW_NEED_PATH, load: async () => (await import('./pages/new-need-page.tsx')).NewNeedPage },
  { path: MISSIONS_PATH, load: async () => (await import('./pages/missions-page.tsx')).MissionsPage },
  { path: editNeedPath(':id'), load: async () => (await import('./pages/edit-need-page.tsx')).EditNeedPage },
  { path: needPath(':id'), load: async () => (await import('./pages/need-page.tsx')).NeedPage },
  { path: VACANCIES_PATH, load: async () => (await import('./pages/vacancies-page.tsx')).VacanciesPage },
  { path: NEW_VACANCY_PATH, load: async () => (await import('./pages/new-vacancy-page.tsx')).NewVacancyPage },
  { path: vacancyPath(':id'), load: async () => (await import('./pages/vacancy-page.tsx')).VacancyPage },
  { path: editVacancyPath(':id'), load: async () => (await import('./pages/edit-vacancy-page.tsx')).EditVacancyPage },
  { path: communeSettingsPath(':slug'), load: async () => (await import('./pages/commune-settings-page.tsx')).CommuneSettingsPage },
  { path: '/poser', load: async () => (await import('./pages/ask-page.tsx')).AskPage },
  { path: '/recherche', load: async () => (await import('./pages/search-page.tsx')).SearchPage },
  { path: '/annuaire', load: async () => (await import('./pages/directory-page.tsx')).DirectoryPage },
  { path: '/annuaire/:id', load: async () => (await import('./pages/person-page.tsx')).PersonPage },
  { path: '/profil', load: async () => (await import('./pages/profile-page.tsx')).ProfilePage },
  { path: communeAgentsPath(':slug'), load: async () => (await import('./pages/commune-agents-page.tsx')).CommuneAgentsPage },
  { path: FIRST_STEPS_PATH, load: async () => (await import('./pages/first-steps-page.tsx')).FirstStepsPage },
  {
    path: NOTIFICATION_SETTINGS_PATH,
    load: async () => (await import('./pages/notification-settings-page.tsx')).NotificationSettingsPage,
  },
  { path: NOTIFICATIONS_PATH, load: async () => (await import('./pages/notifications-page.tsx')).NotificationsPage },
  { path: AVAILABILITY_PATH, load: async () => (await import('./pages/availability-page.tsx')).AvailabilityPage },
  { path: POOL_PATH, load: async () => (await import('./pages/pool-page.tsx')).PoolPage },
  { path: '*', load: async () => (await import('./pages/not-found-page.tsx')).NotFoundPage },
];

const PageAt = ({ route, later: Later }: { route: PageRoute; later: ComponentType }) => {
  const Page = first.get(route) ?? Later;
  return <Page />;
};

const toRoute = (route: PageRoute) => {
  const later = lazy(async () => ({ default: await bringPage(() => loadPage(route.load)) }));
  return <Route key={route.path} path={route.path} element={<PageAt route={route} later={later} />} />;
};
const publicRoutes = PUBLIC.map(toRoute);
const signedInRoutes = SIGNED_IN.map(toRoute);

/**
 * Asks at once for all that the first page shows: its code, the person, her clubs, what the page reads; rather than one after the
 * other. Resolves when the page can be drawn in its place, whatever failed: what draws it asks again, and tells.
 */
export const startFirstPage = async ({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Promise<void> => {
  const route = [...PUBLIC, ...SIGNED_IN].find(({ path }) => matchPath(path, pathname));
  if (!route) return;
  const page = route.load().then((code) => first.set(route, code));
  if (PUBLIC.includes(route)) return void (await Promise.allSettled([page]));
  const person = queryClient.prefetchQuery(meOptions());
  void queryClient.prefetchQuery(api.clubs.list.queryOptions());
  askFirstData(pathname, new URLSearchParams(search));
  await Promise.allSettled([person, page]);
};

/** Every page with its address. The declarative router is the light one; data is TanStack Query's. */
export const Router = () => (
  <BrowserRouter>
    <SessionGuard />
    <TerritoryGuard />
    <PageOnItsWay>
      <Suspense fallback={<PageSkeleton />}>
        <Routes>
          {publicRoutes}
          <Route element={<Shell />}>{signedInRoutes}</Route>
        </Routes>
      </Suspense>
    </PageOnItsWay>
  </BrowserRouter>
);
