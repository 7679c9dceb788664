import { halfDayKey } from '@beffroi/shared/core/half-days';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import type { MySubstitute } from '@beffroi/shared/features/substitutes/substitutes.contract';
import { AGREEMENT_LABEL } from '@beffroi/shared/features/substitutes/substitutes.vocabulary';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { AvailabilityCalendar } from '../features/substitutes/availability-calendar.tsx';
import { hoursInWords } from '../features/substitutes/calendar-words.ts';
import type { Booked } from '../features/substitutes/half-cell.tsx';
import classes from '../features/substitutes/profile.module.css';
import { LeavePool, ProfileCard } from '../features/substitutes/profile-card.tsx';
import { ProfileForm } from '../features/substitutes/profile-form.tsx';
import { agreementInWords, agreementTone } from '../features/substitutes/profile-words.ts';
import { mineOptions, profileOf } from '../features/substitutes/substitutes.api.ts';
import { api, isClosedToMe, problemOf } from '../lib/api.ts';
import { useMe } from '../lib/me.ts';
import { MISSIONS_PATH, needPath, REPLACEMENTS_PATH } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { ErrorState } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { NotFoundPage } from './not-found-page.tsx';

const TITLE = 'Mes disponibilités';
const EYEBROW = (
  <>
    <Link to={REPLACEMENTS_PATH}>Remplacements</Link> · <Link to={MISSIONS_PATH}>Mes remplacements</Link>
  </>
);

/** Half-days one is booked for; without them the calendar still serves. */
const useBooked = (): ReadonlyMap<string, Booked> => {
  const { data } = useQuery(api.replacements.mine.queryOptions({ retry: false }));
  return new Map(
    data?.items.flatMap(({ replacement, bookings }) =>
      bookings.map((booking) => [
        halfDayKey(booking),
        {
          place: replacement.place,
          work: `${metierLabel(replacement.metier)}, ${replacement.commune.name}`,
          path: needPath(replacement.id),
        },
      ]),
    ),
  );
};

function InPool({ substitute, communes }: { substitute: MySubstitute; communes: { slug: string; name: string }[] }) {
  const booked = useBooked();
  const [editing, setEditing] = useState(false);
  const { agreement, employer, minutesThisYear } = substitute;
  const status = (
    <p className={classes.status}>
      <Tag tone={agreementTone(agreement)}>{AGREEMENT_LABEL[employer ? 'agent' : 'outsider'][agreement.state]}</Tag>
      <span>
        {agreementInWords(substitute)}. {hoursInWords(minutesThisYear)} de remplacement cette année.
      </span>
    </p>
  );
  const aside = (
    <>
      <Section title="Ce que je propose">
        {editing ? (
          <p>Vous le modifiez en haut de la page.</p>
        ) : (
          <ProfileCard substitute={substitute} communes={communes} onEdit={() => setEditing(true)} />
        )}
      </Section>
      <Section title="Ne plus remplacer">
        <LeavePool substitute={substitute} />
      </Section>
    </>
  );
  return (
    <Page title={TITLE} eyebrow={EYEBROW} lead={status} aside={aside}>
      {editing && (
        <Section title="Ce que je propose">
          <ProfileForm
            profile={profileOf(substitute)}
            communes={communes}
            outsider={employer === null}
            onDone={() => setEditing(false)}
            onCancel={() => setEditing(false)}
          />
        </Section>
      )}
      <AvailabilityCalendar booked={booked} />
    </Page>
  );
}

/** When one may come and replace an absent colleague, half-day by half-day; for who is not in the pool yet, what it is. */
export function AvailabilityPage() {
  const me = useMe();
  const query = useQuery(mineOptions());
  if (query.isError) {
    return isClosedToMe(query.error) ? (
      <NotFoundPage />
    ) : (
      <Page title={TITLE}>
        <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />
      </Page>
    );
  }
  if (!query.data)
    return (
      <Page title={TITLE}>
        <ListSkeleton rows={6} mark={false} />
      </Page>
    );
  const { substitute, communes } = query.data;
  if (substitute) return <InPool substitute={substitute} communes={communes} />;
  return (
    <Page
      title={TITLE}
      lead="Une école de la commune voisine cherche une ATSEM pour demain matin&nbsp;: si vous êtes libre, elle vous le demande, et vous dites oui d’un geste."
    >
      <Section title="Entrer dans le vivier des remplacements">
        <ul className={classes.teach}>
          <li>Vous dites ce que vous savez faire, où, et quelles demi-journées&nbsp;; votre employeur donne son accord une fois.</li>
          <li>On ne vous propose que ce que vous pouvez faire&nbsp;: diplôme, repos de onze heures, limites que vous fixez.</li>
          <li>Refuser est libre et ne laisse aucune trace. Vous quittez le vivier quand vous voulez.</li>
        </ul>
        <ProfileForm profile={null} communes={communes} outsider={me.communes.length === 0} onDone={() => undefined} />
      </Section>
    </Page>
  );
}
