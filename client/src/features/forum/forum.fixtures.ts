import { paragraphs } from '@beffroi/shared/core/rich-text';
import type { Reply, Thread, ThreadItem, ThreadPage } from '@beffroi/shared/features/forum/forum.contract';

const author = { id: 'person-1', name: 'Juriste', commune: { slug: 'saint-saulve', name: 'Saint-Saulve' } };

/** A reply for tests; its id follows from its number. */
export const buildReply = (overrides: Partial<Reply> = {}): Reply => ({
  id: `reply-${overrides.number ?? 1}`,
  threadId: 'thread-1',
  number: 1,
  parentId: null,
  author,
  body: paragraphs('Nous indexons sur l’indice public.'),
  createdAt: '2026-11-23T10:40:00.000Z',
  editedAt: null,
  editedBy: null,
  version: 1,
  deleted: false,
  removal: null,
  usefulCount: 0,
  useful: false,
  abilities: {
    'reply.edit': false,
    'reply.delete': false,
    'reply.restore': false,
    'reply.accept': false,
    'reply.vote': true,
    'reply.remove': false,
    'reply.report': true,
  },
  ...overrides,
});

/** A thread of a list, for tests. */
export const buildThreadItem = (overrides: Partial<ThreadItem> = {}): ThreadItem => ({
  id: 'thread-1',
  clubSlug: 'marches-publics',
  kind: 'question',
  title: 'Révision de prix : quel indice ?',
  excerpt: 'Notre marché de repas arrive à échéance.',
  author,
  createdAt: '2026-11-23T08:12:00.000Z',
  status: 'open',
  resolved: false,
  replyCount: 0,
  meTooCount: 0,
  lastActivityAt: '2026-11-23T08:12:00.000Z',
  lastReplyBy: null,
  unread: null,
  isNew: false,
  pinned: false,
  closed: false,
  duplicate: false,
  ...overrides,
});

/** Where its reader stands when nothing is new to her. */
export const ALL_READ: ThreadPage['reading'] = { read: 0, unread: 0, isNew: false, level: null, clubLevel: 'all' };

/** A thread for tests. */
export const buildThread = (overrides: Partial<Thread> = {}): Thread => {
  const { excerpt: _excerpt, unread: _unread, isNew: _isNew, ...item } = buildThreadItem();
  return {
    ...item,
    clubId: 'club-1',
    body: paragraphs('Quel indice public retenez-vous ?'),
    watch: null,
    audience: null,
    editedAt: null,
    editedBy: null,
    version: 1,
    deleted: false,
    removal: null,
    closure: null,
    duplicateOf: null,
    duplicateCount: 0,
    acceptedReplyId: null,
    invited: [],
    meToo: false,
    communeCount: 1,
    abilities: {
      'thread.reply': true,
      'thread.edit': false,
      'thread.delete': false,
      'thread.restore': false,
      'thread.me-too': true,
      'thread.accept': false,
      'thread.moderate': false,
      'thread.move': false,
      'thread.remove': false,
      'thread.report': true,
      'thread.invite': false,
      'thread.acknowledge': false,
      'thread.visit-club': true,
      'thread.see-readers': false,
    },
    ...overrides,
  };
};
