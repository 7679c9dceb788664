import IconPlugConnectedX from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import { useOutdated } from '../lib/new-version.ts';
import { useConnectionState } from '../lib/socket.ts';
import classes from './connection-banner.module.css';

const Lost = () => (
  <p className={classes.banner}>
    <IconPlugConnectedX size={18} stroke={1.8} aria-hidden />
    <span>Connexion perdue. Vous pouvez continuer à lire et à écrire : vos textes sont gardés ici.</span>
  </p>
);

const Crowded = () => (
  <p className={classes.banner}>
    <IconPlugConnectedX size={18} stroke={1.8} aria-hidden />
    <span>
      Vous avez trop de pages de Beffroi ouvertes : celle-ci ne reçoit plus les nouveautés. Fermez-en, elle reprendra d’elle-même.
    </span>
  </p>
);

const Outdated = () => (
  <p className={classes.banner}>
    <IconRefresh size={18} stroke={1.8} aria-hidden />
    <span>
      Beffroi a été mis à jour. Vos textes sont gardés ici :{' '}
      <button type="button" className={classes.reload} onClick={() => window.location.reload()}>
        recharger la page
      </button>
    </span>
  </p>
);

const Notice = () => {
  const state = useConnectionState();
  const outdated = useOutdated();
  if (state === 'lost') return <Lost />;
  if (state === 'crowded') return <Crowded />;
  return outdated && <Outdated />;
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
