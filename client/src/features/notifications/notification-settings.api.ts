import type { NotificationSettings } from '@beffroi/shared/features/notifications/notifications.contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, client, problemOf } from '../../lib/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';

export type SettingsChange = (next: NotificationSettings) => void;

const options = () => api.notifications.settings.queryOptions();

/** The person's settings; each change shows at once and is kept, or taken back with the reason. */
export const useSettings = () => {
  const cache = useQueryClient();
  const announce = useAnnounce();
  const query = useQuery(options());
  const save = useMutation({
    networkMode: 'always',
    // One after the other: the last choice made is the one kept.
    scope: { id: 'notification-settings' },
    mutationFn: ({ kinds, exceptions, mailsPerDay }: NotificationSettings) =>
      client.notifications.saveSettings({
        kinds,
        exceptions: exceptions.map(({ club, kind, channel }) => ({ club: club.slug, kind, channel })),
        mailsPerDay,
      }),
    onSuccess: () => announce('Choix enregistré'),
    onError: () => cache.invalidateQueries({ queryKey: options().queryKey }),
  });
  const change: SettingsChange = (next) => {
    cache.setQueryData(options().queryKey, next);
    save.mutate(next);
  };
  return { query, change, problem: save.error ? problemOf(save.error) : null };
};
