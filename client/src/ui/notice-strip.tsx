import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import type { ReactNode } from 'react';
import classes from './notice-strip.module.css';

/** A line of one sentence under the bar of a page: what happened, and what was kept. */
export const NoticeStrip = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <p className={classes.strip}>
    {icon}
    <span>{children}</span>
  </p>
);

/** A new version waits: what one writes is kept on the device, and the page is opened anew when one wants it. */
export const OutdatedStrip = () => (
  <NoticeStrip icon={<IconRefresh size={18} stroke={1.8} aria-hidden />}>
    Beffroi a été mis à jour. Vos textes sont gardés ici&nbsp;:{' '}
    <button type="button" className={classes.reload} onClick={() => window.location.reload()}>
      recharger la page
    </button>
  </NoticeStrip>
);
