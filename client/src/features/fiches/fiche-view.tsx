import { ofPerson } from '@beffroi/shared/core/french-of';
import type { Fiche } from '@beffroi/shared/features/fiches/fiches.contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { typeset } from '../../editor/french-typography.ts';
import { RichTextView } from '../../editor/rich-text-view.tsx';
import { api, problemOf } from '../../lib/api.ts';
import { longDate } from '../../lib/french-dates.ts';
import { threadPath } from '../../lib/paths.ts';
import { personLabel } from '../../ui/person-avatar.tsx';
import { TextSkeleton } from '../../ui/skeletons.tsx';
import { ErrorState } from '../../ui/states.tsx';
import classes from './fiches.module.css';

/** Where a fiche comes from: the question, the answer, and who wrote each. */
export function FicheSources({ fiche: { clubSlug, source, sourceStands } }: { fiche: Fiche }) {
  return (
    <section className={classes.sources}>
      <h2>Sources</h2>
      {sourceStands ? (
        <Link to={threadPath(clubSlug, source.threadId, source.number)}>{typeset(source.title)}</Link>
      ) : (
        typeset(source.title)
      )}
      <p>
        Question {ofPerson(personLabel(source.askedBy))}&nbsp;; réponse retenue {ofPerson(personLabel(source.answeredBy))},{' '}
        {longDate(source.answeredAt)}.
      </p>
      {!sourceStands && <p>Cette discussion, ou la réponse retenue, a été supprimée depuis.</p>}
    </section>
  );
}

/** Under the title: who made it, who revised it last. */
export function FicheFacts({ fiche }: { fiche: Fiche }) {
  return (
    <p className={classes.facts}>
      Faite par {personLabel(fiche.createdBy)}, {longDate(fiche.createdAt)}
      {fiche.version > 1 && (
        <>
          {' · '}révisée par {personLabel(fiche.revisedBy)}, {longDate(fiche.revisedAt)}
        </>
      )}
    </p>
  );
}

/** The versions before the present one, each whole. */
export function FicheVersions({ id }: { id: string }) {
  const query = useQuery(api.fiches.revisions.queryOptions({ input: { id }, staleTime: 0 }));
  if (query.isPending) return <TextSkeleton lines={4} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  return (
    <section className={classes.versions} aria-label="Versions précédentes">
      {query.data.items.map((revision) => (
        <article key={revision.version}>
          <h2>{typeset(revision.title)}</h2>
          <p className={classes.facts}>
            Version {revision.version}, {personLabel(revision.author)}, {longDate(revision.at)}
          </p>
          <RichTextView doc={revision.body} headingsFrom={3} />
        </article>
      ))}
    </section>
  );
}
