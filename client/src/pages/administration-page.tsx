import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Figures, Matters } from '../features/administration/overview.tsx';
import { api, problemOf } from '../lib/api.ts';
import { useMe } from '../lib/me.ts';
import { FIRST_STEPS_PATH } from '../lib/paths.ts';
import { Section } from '../ui/section.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { ErrorState } from '../ui/states.tsx';
import { AdministrationFrame } from './administration-frame.tsx';

/** What needs whoever administers the territory, on one screen. */
export function AdministrationPage() {
  const me = useMe();
  const query = useQuery(api.administration.overview.queryOptions({ enabled: me.administrator }));
  return (
    <AdministrationFrame title="Administration" text="Ce qui demande votre attention dans le territoire, et où agir.">
      {query.data ? (
        <>
          <Section title="À voir">
            <Matters found={query.data} />
          </Section>
          <Section title={query.data.territory ?? 'Territoire'} note="en chiffres" action={<Link to={FIRST_STEPS_PATH}>Premiers pas</Link>}>
            <Figures counts={query.data.counts} />
          </Section>
        </>
      ) : query.isError ? (
        <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />
      ) : (
        <ListSkeleton rows={5} mark={false} />
      )}
    </AdministrationFrame>
  );
}
