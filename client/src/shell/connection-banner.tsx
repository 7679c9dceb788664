import IconPlugConnectedX from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs';
import { useOutdated } from '../lib/new-version.ts';
import { useConnectionState } from '../lib/socket.ts';
import { NoticeStrip, OutdatedStrip } from '../ui/notice-strip.tsx';
import classes from './connection-banner.module.css';

const Lost = () => (
  <NoticeStrip icon={<IconPlugConnectedX size={18} stroke={1.8} aria-hidden />}>
    Connexion perdue. Vous pouvez continuer à lire et à écrire&nbsp;: vos textes sont gardés ici.
  </NoticeStrip>
);

const Crowded = () => (
  <NoticeStrip icon={<IconPlugConnectedX size={18} stroke={1.8} aria-hidden />}>
    Vous avez trop de pages de Beffroi ouvertes&nbsp;: celle-ci ne reçoit plus les nouveautés. Fermez-en, elle reprendra d’elle-même.
  </NoticeStrip>
);

const Notice = () => {
  const state = useConnectionState();
  const outdated = useOutdated();
  if (state === 'lost') return <Lost />;
  if (state === 'crowded') return <Crowded />;
  return outdated && <OutdatedStrip />;
};

/**
 * Says that the connection is lost and what still works, that too many pages are open for this one to hear news, or that a new
 * version waits; lies over the page's margin so that nothing moves.
 */
export const ConnectionBanner = () => (
  <div role="status" className={classes.region} data-print="hidden">
    <Notice />
  </div>
);
