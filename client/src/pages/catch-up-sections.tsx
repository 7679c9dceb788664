import type { CatchUpItem } from '@beffroi/shared/features/attention/attention.contract';
import { Button } from '@mantine/core';
import { useClubCards } from '../features/forum/forum.api.ts';
import { ThreadRow } from '../features/forum/thread-row.tsx';
import { ListCard } from '../ui/list-card.tsx';
import { Section } from '../ui/section.tsx';

interface CatchUpSectionsProps {
  items: CatchUpItem[];
  onClear: (item: CatchUpItem) => void;
}

interface Group {
  key: string;
  title: string;
  items: CatchUpItem[];
}

/** Mentions and answers to one's own under one heading, then a heading for each club; the order is the server's. */
const groupsOf = (items: CatchUpItem[], nameOf: (slug: string) => string): Group[] => {
  const groups = new Map<string, Group>();
  for (const item of items) {
    const personal = item.reason !== 'followed';
    const key = personal ? 'personal' : item.thread.clubSlug;
    const group = groups.get(key) ?? { key, title: personal ? 'Pour vous' : nameOf(item.thread.clubSlug), items: [] };
    groups.set(key, group);
    group.items.push(item);
  }
  return [...groups.values()];
};

const WHY = { mentioned: 'vous mentionne', own: 'répond à votre sujet', followed: undefined } as const;

/** What waits, by what it is to the person. */
export function CatchUpSections({ items, onClear }: CatchUpSectionsProps) {
  const clubs = useClubCards();
  return groupsOf(items, (slug) => clubs.get(slug)?.name ?? slug).map((group) => (
    <Section key={group.key} title={group.title}>
      <ListCard>
        {group.items.map((item) => (
          <ThreadRow
            key={item.thread.id}
            thread={item.thread}
            club={clubs.get(item.thread.clubSlug)}
            why={WHY[item.reason]}
            action={
              <Button variant="default" size="compact-sm" onClick={() => onClear(item)} aria-label={`Marquer lu : ${item.thread.title}`}>
                Marquer lu
              </Button>
            }
          />
        ))}
      </ListCard>
    </Section>
  ));
}
