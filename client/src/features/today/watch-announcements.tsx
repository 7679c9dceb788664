import { ANNOUNCEMENTS_ROOM } from '@beffroi/shared/core/rooms';
import { useMe } from '../../lib/me.ts';
import { useWatch } from '../../lib/socket.ts';

/** Hears, while it is mounted, what is announced to the whole territory, by clubs of hers and by others. */
export function WatchAnnouncements() {
  const agent = useMe().communes.length > 0;
  useWatch(agent ? ANNOUNCEMENTS_ROOM : null);
  return null;
}
