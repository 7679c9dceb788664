import { ofPlace } from '@beffroi/shared/core/french-of';
import { parisDate } from '@beffroi/shared/core/half-days';
import type { NeedItem } from '@beffroi/shared/features/replacements/replacements.schemas';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, problemOf } from '../../lib/api.ts';
import { useDismissed } from '../../lib/dismissed.ts';
import { useMe } from '../../lib/me.ts';
import { MISSIONS_PATH, needPath, REPLACEMENTS_PATH } from '../../lib/paths.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { Section } from '../../ui/section.tsx';
import { Tag } from '../../ui/tag.tsx';
import { byRisk } from './board-order.ts';
import { NeedSummary } from './need-summary.tsx';
import { needTitle, openSlots } from './need-words.ts';
import { useReplacementsAttention } from './replacements.attention.ts';
import classes from './urgent-needs.module.css';
import { useOffer } from './use-need-acts.ts';

const SHOWN = 3;
const NONE: NeedItem[] = [];

/** Nearest first, what is of one’s own commune before all. */
const byNearness = (own: ReadonlySet<string>) => (a: NeedItem, b: NeedItem) =>
  Number(own.has(b.commune.slug)) - Number(own.has(a.commune.slug)) || (a.distanceKm ?? 999) - (b.distanceKm ?? 999) || byRisk(a, b);

/** What a substitute was asked for and has neither answered nor dismissed. */
const useAsked = (enabled: boolean): readonly NeedItem[] => {
  const me = useMe();
  const { data } = useQuery(api.replacements.mine.queryOptions({ enabled }));
  const dismissed = useDismissed(me.id, parisDate(new Date()));
  if (!enabled || !data) return NONE;
  return data.items
    .filter(({ offer, bookings }) => !offer && bookings.length === 0)
    .map(({ replacement }) => replacement)
    .filter(({ id, slots }) => openSlots(slots).length > 0 && !dismissed.has(id))
    .sort(byRisk);
};

/** What cannot wait: first what one was asked for, then for an agent what is urgent on the board, nearest first. */
export const useUrgentNeeds = (): readonly NeedItem[] => {
  const me = useMe();
  const agent = me.communes.length > 0 || me.administrator;
  const sees = me.abilities['replacements.read'];
  const board = useQuery(api.replacements.summary.queryOptions({ input: {}, enabled: sees && agent }));
  const waiting = useReplacementsAttention(sees && agent);
  const asked = useAsked(sees && (!agent || Boolean(waiting?.asked.length)));
  const urgent = (board.data?.urgent ?? NONE).filter(({ atRisk, urgency }) => atRisk || urgency === 'high');
  const others = urgent.filter(({ id }) => !asked.some((need) => need.id === id));
  return [...asked, ...others.sort(byNearness(new Set(me.communes.map(({ slug }) => slug))))];
};

function Act({ need }: { need: NeedItem }) {
  const { offer } = useOffer(need.id);
  const title = needTitle(need);
  if (need.slots.some(({ mine }) => mine === 'booked')) return <Tag tone="green">Vous êtes retenue</Tag>;
  if (need.slots.some(({ mine }) => mine === 'offered') || offer.isSuccess) return <Tag tone="ochre">Vous vous êtes proposée</Tag>;
  if (need.abilities['replacement.offer'])
    return (
      <span className={classes.act}>
        <BusyButton
          variant={need.atRisk ? 'filled' : 'default'}
          color="brick"
          busy={offer.isPending}
          onClick={() => offer.mutate({})}
          aria-label={`Je peux venir\u00a0: ${title}`}
        >
          Je peux venir
        </BusyButton>
        {offer.error && <small role="alert">{problemOf(offer.error).detail}</small>}
      </span>
    );
  if (!need.abilities['replacement.book']) return null;
  return (
    <Button component={Link} to={needPath(need.id)} className={classes.act ?? ''} aria-label={`Voir qui peut venir\u00a0: ${title}`}>
      Voir qui peut venir
    </Button>
  );
}

/** The replacements that cannot wait, each one act away. */
export function UrgentNeeds() {
  const me = useMe();
  const own = me.communes[0];
  const urgent = useUrgentNeeds();
  if (urgent.length === 0) return null;
  return (
    <Section
      title={own ? `Remplacements près ${ofPlace(own.name)}` : 'On vous demande'}
      action={
        <Link to={own || me.administrator ? REPLACEMENTS_PATH : MISSIONS_PATH}>{own ? 'Tous les besoins' : 'Mes remplacements'}</Link>
      }
    >
      <ListCard edge="brick" label="Remplacements urgents">
        {urgent.slice(0, SHOWN).map((need) => (
          <ListRow key={need.id}>
            <NeedSummary need={need} />
            <Act need={need} />
          </ListRow>
        ))}
      </ListCard>
    </Section>
  );
}
