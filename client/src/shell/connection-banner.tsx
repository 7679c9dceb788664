import IconPlugConnectedX from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs';
import { useConnectionState } from '../lib/socket.ts';
import classes from './connection-banner.module.css';

/** Says that the connection is lost and what still works; lies over the page's margin so that nothing moves. */
export const ConnectionBanner = () => {
  const lost = useConnectionState() === 'lost';
  return (
    <div role="status" className={classes.region} data-print="hidden">
      {lost && (
        <p className={classes.banner}>
          <IconPlugConnectedX size={18} stroke={1.8} aria-hidden />
          <span>Connexion perdue. Vous pouvez continuer à lire et à écrire : vos textes sont gardés ici.</span>
        </p>
      )}
    </div>
  );
};
