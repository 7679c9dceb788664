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

/**
 * Says that the connection is lost and what still works, or that a new version waits; lies over the page's margin so that nothing
 * moves.
 */
export const ConnectionBanner = () => {
  const lost = useConnectionState() === 'lost';
  const outdated = useOutdated();
  return (
    <div role="status" className={classes.region} data-print="hidden">
      {lost ? <Lost /> : outdated && <OutdatedStrip />}
    </div>
  );
};
