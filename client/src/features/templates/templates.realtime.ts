import type { TemplatesEvents } from '@beffroi/shared/features/templates/templates.events';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { useSocketEvent } from '../../lib/socket.ts';

type Payload = Parameters<TemplatesEvents['template.updated']>[0];

const stale = ({ id }: Payload) => [
  api.templates.get.key({ input: { id } }),
  api.templates.list.key(),
  api.templates.library.key(),
  api.templates.writing.key(),
  api.templates.trail.key({ input: { id } }),
  api.templates.versions.key({ input: { id } }),
  api.suggestions.decisions.key(),
];

/** Marks stale what changed in a model; its text has its own way. */
export const useTemplatesRealtime = (): void => {
  const cache = useQueryClient();
  useSocketEvent('template.updated', (event) => {
    for (const queryKey of stale(event)) void cache.invalidateQueries({ queryKey });
  });
};
