import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { Navigate, Outlet, useLocation, useMatch } from 'react-router';
import { useAttentionRealtime } from '../features/attention/attention.realtime.ts';
import { api, problemOf } from '../lib/api.ts';
import { takeFromDevice } from '../lib/kept-answers.ts';
import { meOptions } from '../lib/me.ts';
import { lookForNewVersion } from '../lib/new-version.ts';
import { INSTALLATION_PATH, templatePath } from '../lib/paths.ts';
import { patiently } from '../lib/patient-import.ts';
import { useScrollMemory } from '../lib/scroll-memory.ts';
import { signInPath } from '../lib/session.ts';
import { startSocket, useConnected, useReconnected, useSocketEvent } from '../lib/socket.ts';
import { whenSettled } from '../lib/when-settled.ts';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { ErrorState } from '../ui/states.tsx';
import { UndoRegion } from '../ui/undo-notice.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { useKeptFocus } from './kept-focus.ts';
import { useAskPath } from './my-clubs.ts';
import { closeOverlay, useOverlay } from './overlays.ts';
import { PageBoundary } from './page-boundary.tsx';
import { PhoneBar } from './phone-bar.tsx';
import classes from './shell.module.css';
import { useShortcuts } from './shortcuts.ts';
import { SideBar } from './side-bar.tsx';
import { TopBar } from './top-bar.tsx';

const loadPalette = () => patiently(() => import('./palette.tsx'));
const Palette = lazy(() => loadPalette().then((module) => ({ default: module.Palette })));
const ShortcutsDialog = lazy(() =>
  patiently(() => import('./shortcuts-dialog.tsx')).then((module) => ({ default: module.ShortcutsDialog })),
);

const CONTENT = 'contenu';

const Overlays = () => {
  const overlay = useOverlay();
  return (
    <Suspense fallback={null}>
      {overlay === 'palette' && <Palette />}
      {overlay === 'shortcuts' && <ShortcutsDialog onClose={closeOverlay} />}
    </Suspense>
  );
};

/** Opens the live connection once the page stands, and keeps what the whole shell shows fresh. */
const useLife = () => {
  const queryClient = useQueryClient();
  useEffect(() => {
    void whenSettled().then(startSocket).then(loadPalette);
  }, []);
  useSocketEvent('rights.changed', () => void queryClient.invalidateQueries());
  // Opened without network, from what this device kept.
  useConnected(() => {
    if (takeFromDevice()) void queryClient.invalidateQueries();
  });
  useReconnected(() => void queryClient.invalidateQueries({ queryKey: api.clubs.list.key() }));
  // A server that comes back may have been replaced meanwhile.
  useReconnected(() => void lookForNewVersion());
};

const Frame = () => {
  useLife();
  useAttentionRealtime();
  useScrollMemory();
  useKeptFocus(CONTENT);
  useShortcuts(useAskPath());
  // A document takes the whole screen: it has a bar and contents of its own, and says itself whether it is on line.
  const isDocument = useMatch(templatePath(':id')) !== null;
  return (
    <div className={classes.shell} data-document={isDocument || undefined}>
      <a href={`#${CONTENT}`} className={classes.skip} data-print="hidden">
        Aller au contenu
      </a>
      {!isDocument && <SideBar />}
      <div className={classes.column}>
        {!isDocument && <TopBar />}
        {!isDocument && <ConnectionBanner />}
        <main id={CONTENT} tabIndex={-1} className={classes.main}>
          <PageBoundary>
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          </PageBoundary>
        </main>
      </div>
      {!isDocument && <PhoneBar />}
      <UndoRegion />
      <Overlays />
    </div>
  );
};

/** The frame of every page one must be signed in for: under it, the person is known (`useMe`). */
export const Shell = () => {
  const { pathname, search, hash } = useLocation();
  const me = useQuery(meOptions());
  if (me.data) return <Frame />;
  if (me.isPending) return <div className={classes.waiting} aria-busy="true" />;
  const problem = problemOf(me.error);
  if (problem.status === 401) return <Navigate to={signInPath(pathname + search + hash)} replace />;
  if (problem.code === 'no-territory') return <Navigate to={INSTALLATION_PATH} replace />;
  return (
    <main className={classes.failure}>
      <h1>Beffroi ne répond pas</h1>
      <ErrorState problem={problem} retry={() => void me.refetch()} />
    </main>
  );
};
