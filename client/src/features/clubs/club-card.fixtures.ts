import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';

/** A club as one of its members is shown it. */
export const clubCard = (slug: string, name: string, overrides: Partial<ClubCard> = {}): ClubCard => ({
  id: slug,
  slug,
  name,
  mark: 'XX',
  hue: '#2f7d6b',
  summary: '',
  access: 'open',
  memberCount: 1,
  threadCount: 1,
  lastActivityAt: null,
  archivedAt: null,
  standing: 'member',
  abilities: {
    'club.read': true,
    'club.join': false,
    'club.request': false,
    'club.leave': true,
    'club.decide-requests': false,
    'club.invite': false,
    'club.moderate': false,
    'thread.create': true,
    'thread.announce': false,
    'club.edit-tags': false,
    'club.edit': false,
    'club.administer': false,
    'club.remove-members': false,
  },
  ...overrides,
});
