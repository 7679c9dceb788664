import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useAnnounce } from '../../ui/announcer.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import { notificationsOptions, unreadOptions, useMarkRead } from './notifications.api.ts';

/** Marks as read everything up to the latest line shown: what arrives meanwhile stays. */
export function ReadAllButton({ variant = 'default' }: { variant?: 'default' | 'subtle' }) {
  const { data: unread } = useQuery(unreadOptions());
  const { data: list } = useInfiniteQuery(notificationsOptions);
  const markRead = useMarkRead();
  const announce = useAnnounce();
  const latest = list?.pages[0]?.items[0];
  if (!unread?.count || !latest) return null;
  return (
    <BusyButton
      variant={variant}
      busy={markRead.isPending}
      onClick={() => markRead.mutate({ upTo: latest.at }, { onSuccess: () => announce('Tout est marqué comme lu') })}
    >
      Tout marquer comme lu
    </BusyButton>
  );
}
