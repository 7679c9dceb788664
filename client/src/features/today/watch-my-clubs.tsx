import { clubRoom } from '@beffroi/shared/core/rooms';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { useMe } from '../../lib/me.ts';
import { useReconnected, useWatch } from '../../lib/socket.ts';

function Watching({ slug }: { slug: string }) {
  useWatch(clubRoom(slug));
  return null;
}

/** Hears every club the person belongs to while it is mounted, and reads the page again after a break. */
export function WatchMyClubs() {
  const { clubs } = useMe();
  const cache = useQueryClient();
  useReconnected(() => void cache.invalidateQueries({ queryKey: api.today.key() }));
  return clubs.map(({ slug }) => <Watching key={slug} slug={slug} />);
}
