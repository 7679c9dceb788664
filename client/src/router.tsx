import { lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { SessionGuard } from './shell/session-guard.tsx';
import { Shell } from './shell/shell.tsx';
import { PageSkeleton } from './ui/skeletons.tsx';

const TodayPage = lazy(() => import('./pages/today-page.tsx').then((module) => ({ default: module.TodayPage })));
const ClubsPage = lazy(() => import('./pages/clubs-page.tsx').then((module) => ({ default: module.ClubsPage })));
const ClubPage = lazy(() => import('./pages/club-page.tsx').then((module) => ({ default: module.ClubPage })));
const ClubPresentationPage = lazy(() =>
  import('./pages/club-presentation-page.tsx').then((module) => ({ default: module.ClubPresentationPage })),
);
const ClubMembersPage = lazy(() => import('./pages/club-members-page.tsx').then((module) => ({ default: module.ClubMembersPage })));
const ThreadPage = lazy(() => import('./pages/thread-page.tsx').then((module) => ({ default: module.ThreadPage })));
const AskPage = lazy(() => import('./pages/ask-page.tsx').then((module) => ({ default: module.AskPage })));
const SearchPage = lazy(() => import('./pages/search-page.tsx').then((module) => ({ default: module.SearchPage })));
const DirectoryPage = lazy(() => import('./pages/directory-page.tsx').then((module) => ({ default: module.DirectoryPage })));
const PersonPage = lazy(() => import('./pages/person-page.tsx').then((module) => ({ default: module.PersonPage })));
const ProfilePage = lazy(() => import('./pages/profile-page.tsx').then((module) => ({ default: module.ProfilePage })));
const NotFoundPage = lazy(() => import('./pages/not-found-page.tsx').then((module) => ({ default: module.NotFoundPage })));
const SignInPage = lazy(() => import('./pages/sign-in-page.tsx').then((module) => ({ default: module.SignInPage })));
const ForgottenPasswordPage = lazy(() =>
  import('./pages/forgotten-password-page.tsx').then((module) => ({ default: module.ForgottenPasswordPage })),
);
const ResetPasswordPage = lazy(() => import('./pages/reset-password-page.tsx').then((module) => ({ default: module.ResetPasswordPage })));

/** Every page with its address. The declarative router is the light one; data is TanStack Query's. */
export const Router = () => (
  <BrowserRouter>
    <SessionGuard />
    <Suspense fallback={<PageSkeleton />}>
      <Routes>
        <Route path="connexion" element={<SignInPage />} />
        <Route path="mot-de-passe-oublie" element={<ForgottenPasswordPage />} />
        <Route path="nouveau-mot-de-passe" element={<ResetPasswordPage />} />
        <Route element={<Shell />}>
          <Route index element={<TodayPage />} />
          <Route path="clubs" element={<ClubsPage />} />
          <Route path="clubs/:slug" element={<ClubPage />} />
          <Route path="clubs/:slug/presentation" element={<ClubPresentationPage />} />
          <Route path="clubs/:slug/membres" element={<ClubMembersPage />} />
          <Route path="clubs/:slug/sujets/:id" element={<ThreadPage />} />
          <Route path="poser" element={<AskPage />} />
          <Route path="recherche" element={<SearchPage />} />
          <Route path="annuaire" element={<DirectoryPage />} />
          <Route path="annuaire/:id" element={<PersonPage />} />
          <Route path="profil" element={<ProfilePage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </Suspense>
  </BrowserRouter>
);
