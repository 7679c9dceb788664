import { clubRoom, templateRoom } from '@beffroi/shared/core/rooms';
import { subscribe } from '../../platform/events.ts';
import type { RealtimeFeature } from '../../realtime/realtime-feature.ts';
import { knownClub } from '../clubs/known-clubs.queries.ts';
import { readableTemplate } from './templates.queries.ts';

/** Domain event -> rooms -> typed event: a reader of the model and a reader of its club hear it once each. */
export const templatesRealtime: RealtimeFeature = {
  mayWatch: { template: async (actor, id) => Boolean(await readableTemplate(actor, id)) },
  subscribe(io) {
    const tell = ({ templateId: id, clubId, version }: { templateId: string; clubId: string; version: number }): void => {
      const clubSlug = knownClub(clubId)?.slug ?? '';
      io.to(templateRoom(id)).to(clubRoom(clubSlug)).emit('template.updated', { id, clubId, clubSlug, version });
    };
    subscribe('templates.template.changed', tell);
    subscribe('templates.template.written', tell);
  },
};
