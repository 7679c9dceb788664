import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { RichText } from '@beffroi/shared/core/rich-text';
import { Drawer } from '@mantine/core';
import '@mantine/core/styles/Drawer.layer.css';
import { useQuery } from '@tanstack/react-query';
import { typeset } from '../../editor/french-typography.ts';
import { RichTextView } from '../../editor/rich-text-view.tsx';
import { api, problemOf } from '../../lib/api.ts';
import { longDate } from '../../lib/french-dates.ts';
import { personLabel } from '../../ui/person-avatar.tsx';
import { TextSkeleton } from '../../ui/skeletons.tsx';
import { ErrorState } from '../../ui/states.tsx';
import classes from './history-drawer.module.css';

interface Current {
  body: RichText | null;
  title?: string;
  author: PersonRef;
  createdAt: string;
  editedAt: string | null;
  editedBy: PersonRef | null;
  version: number;
}

interface HistoryDrawerProps {
  kind: 'thread' | 'reply';
  id: string;
  current: Current;
  onClose: () => void;
}

interface VersionProps {
  name: string;
  at: string;
  author: PersonRef;
  title: string | null;
  body: RichText;
}

function Version({ name, at, author, title, body }: VersionProps) {
  return (
    <li className={classes.version}>
      <h3>{name}</h3>
      <p className={classes.facts}>
        {personLabel(author)}, {longDate(at)}
      </p>
      {title && <p className={classes.title}>{typeset(title)}</p>}
      <RichTextView doc={body} headingsFrom={4} />
    </li>
  );
}

/** The versions of a text, the present one first, each whole. */
export function HistoryDrawer({ kind, id, current, onClose }: HistoryDrawerProps) {
  const query = useQuery({
    ...(kind === 'thread' ? api.forum.revisions.queryOptions({ input: { id } }) : api.forum.replyRevisions.queryOptions({ input: { id } })),
    staleTime: 0,
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title="Versions"
      lockScroll={false}
      classNames={{ title: classes.heading ?? '' }}
      closeButtonProps={{ 'aria-label': 'Fermer' }}
    >
      {query.isPending && <TextSkeleton lines={6} />}
      {query.isError && <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />}
      {query.data && (
        <ol className={classes.versions}>
          {current.body && (
            <Version
              name="Version actuelle"
              at={current.editedAt ?? current.createdAt}
              author={current.editedBy ?? current.author}
              title={current.title ?? null}
              body={current.body}
            />
          )}
          {query.data.items
            .filter((revision) => revision.version < current.version)
            .map((revision) => (
              <Version key={revision.version} name={`Version ${revision.version}`} {...revision} />
            ))}
        </ol>
      )}
    </Drawer>
  );
}
