import { ofPlace } from '@beffroi/shared/core/french-of';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { problemOf } from '../../lib/api.ts';
import { needPath } from '../../lib/paths.ts';
import { TextSkeleton } from '../../ui/skeletons.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { BookedPeople } from './booked-people.tsx';
import { CandidateList } from './candidate-list.tsx';
import classes from './need-panel.module.css';
import { NeedTold } from './need-told.tsx';
import { openInWords } from './need-words.ts';
import { OfferForm } from './offer-form.tsx';
import { needOptions } from './replacements.api.ts';

const TITLE = 'besoin-choisi';

/** Enter on the row already chosen goes on in its panel, past the rows that are left; by mouse the focus stays where it is. */
export const goOnInPanel = (): void => {
  if (document.activeElement?.matches('tr a:focus-visible')) document.getElementById(TITLE)?.focus({ preventScroll: true });
};

/** The need chosen on the board: who was told, who may come, and the act that fills it. */
export function NeedPanel({ id }: { id: string }) {
  const query = useQuery(needOptions(id));
  if (query.isPending) return <TextSkeleton lines={5} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const need = query.data;
  const { abilities } = need;
  return (
    <section className={classes.panel} aria-labelledby={TITLE}>
      <header>
        <h2 id={TITLE} tabIndex={-1}>
          {metierLabel(need.metier)}, {need.commune.name}
        </h2>
        <NeedTold need={need} />
        {need.note && <p className={classes.note}>{need.note}</p>}
      </header>
      <BookedPeople need={need} />
      {abilities['replacement.offer'] && <OfferForm need={need} />}
      {abilities['replacement.see-people'] ? (
        <CandidateList needId={id} mayBook={abilities['replacement.book']} />
      ) : (
        <p className={classes.note}>
          {openInWords(need.slots)}. Seules les ressources humaines {ofPlace(need.commune.name)} voient qui se propose.
        </p>
      )}
      <p className={classes.whole}>
        <Link to={needPath(id)}>Ouvrir la fiche du besoin</Link>
      </p>
    </section>
  );
}
