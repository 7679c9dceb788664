import { ANNOUNCEMENTS_ROOM, clubRoom, threadRoom } from '@beffroi/shared/core/rooms';
import { canHearTerritory } from '@beffroi/shared/features/forum/forum.policy';
import { type DomainEvents, subscribe } from '../../platform/events.ts';
import type { RealtimeFeature, RealtimeServer } from '../../realtime/realtime-feature.ts';
import { knownClub, readableClub } from '../clubs/known-clubs.queries.ts';
import { readableThread } from './forum.queries.ts';
import { threadNotices } from './forum-notices.queries.ts';
import { trackPresence } from './presence.ts';
import { relayTyping } from './typing.ts';

type Changed = DomainEvents['forum.thread.touched'] & Partial<DomainEvents['forum.thread.changed']>;

const slugOf = (clubId: string): string => knownClub(clubId)?.slug ?? '';

/** Readers are told that the thread left, by the club it left; those who may not read the one it went to hear no more of it. */
const moveReaders = async (io: RealtimeServer, id: string, fromClubId: string): Promise<void> => {
  const room = threadRoom(id);
  const former = slugOf(fromClubId);
  io.to(room).to(clubRoom(former)).emit('thread.moved', { id, clubSlug: former });
  const thread = (await threadNotices([id])).get(id);
  for (const socket of await io.in(room).fetchSockets()) if (!thread?.mayRead(socket.data.actor)) socket.leave(room);
};

/** Domain event -> rooms -> typed event: a reader of the thread, one of its club and whoever it is announced to hear it once each. */
export const forumRealtime: RealtimeFeature = {
  mayWatch: {
    thread: async (actor, id) => Boolean(await readableThread(actor, id)),
    club: async (actor, slug) => Boolean(readableClub(actor, slug)),
    announcements: async (actor) => canHearTerritory(actor),
  },
  connect: relayTyping,
  subscribe(io) {
    trackPresence(io);
    const to = (threadId: string, clubId: string, audience?: string | null) => {
      const readers = io.to(threadRoom(threadId)).to(clubRoom(slugOf(clubId)));
      return audience === 'territory' ? readers.to(ANNOUNCEMENTS_ROOM) : readers;
    };
    subscribe('forum.thread.created', ({ threadId: id, clubId, version, audience }) => {
      to(id, clubId, audience).emit('thread.created', { id, clubId, clubSlug: slugOf(clubId), version });
    });
    const updated = ({ threadId: id, clubId, version, audience }: Changed) => {
      to(id, clubId, audience).emit('thread.updated', { id, clubId, clubSlug: slugOf(clubId), version });
    };
    subscribe('forum.thread.changed', updated);
    subscribe('forum.thread.touched', updated);
    subscribe('forum.thread.moved', ({ threadId, fromClubId }) => moveReaders(io, threadId, fromClubId));
    subscribe('forum.reply.created', ({ replyId: id, threadId, clubId, number }) => {
      to(threadId, clubId).emit('reply.created', { id, threadId, clubId, clubSlug: slugOf(clubId), number });
    });
    const replyUpdated = ({
      replyId: id,
      threadId,
      clubId,
      version,
    }: {
      replyId: string;
      threadId: string;
      clubId: string;
      version: number;
    }) => {
      io.to(threadRoom(threadId)).emit('reply.updated', { id, threadId, clubId, version });
    };
    subscribe('forum.reply.changed', replyUpdated);
    subscribe('forum.reply.voted', replyUpdated);
  },
};
