import type { Statement, StatementLine, StatementPart } from '@beffroi/shared/features/statements/statements.contract';
import { communeName } from '../directory/territory.queries.ts';
import type { RecordedHalfDay } from '../replacements/recorded-hours.queries.ts';

const presentLine = (booking: RecordedHalfDay): StatementLine => {
  const { _id, replacementId, date, half, start, end, metier, place, substitute, minutes, agreed, byHost, bySubstitute } = booking;
  return {
    id: _id.toHexString(),
    replacementId,
    date,
    half,
    start,
    end,
    metier,
    place,
    substitute: {
      id: substitute.id,
      name: substitute.name,
      commune: substitute.commune ? { slug: substitute.commune.slug, name: substitute.commune.name } : null,
    },
    minutes,
    confirmed: { commune: byHost !== null, substitute: bySubstitute !== null, agreed },
  };
};

const sum = <T>(items: readonly T[], minutes: (item: T) => number): number => items.reduce((total, item) => total + minutes(item), 0);

const agreedOf = ({ minutes, confirmed }: StatementLine): number => (confirmed.agreed ? minutes : 0);

/** By the other commune, in alphabetical order; people from outside come last. */
const partsBy = (bookings: readonly RecordedHalfDay[], partnerOf: (booking: RecordedHalfDay) => string | null): StatementPart[] => {
  const byPartner = new Map<string | null, RecordedHalfDay[]>();
  for (const booking of bookings) {
    const partner = partnerOf(booking);
    byPartner.set(partner, [...(byPartner.get(partner) ?? []), booking]);
  }
  const parts = [...byPartner].map(([slug, group]): StatementPart => {
    const lines = group.map(presentLine);
    return {
      partner: slug === null ? null : { slug, name: communeName(slug) },
      lines,
      minutes: sum(lines, (line) => line.minutes),
      agreedMinutes: sum(lines, agreedOf),
    };
  });
  return parts.sort((a, b) => {
    if (!a.partner || !b.partner) return Number(!a.partner) - Number(!b.partner);
    return a.partner.name.localeCompare(b.partner.name, 'fr');
  });
};

export const presentStatement = (
  commune: Statement['commune'],
  month: string,
  exchanged: { lent: RecordedHalfDay[]; received: RecordedHalfDay[] },
): Statement => {
  const lent = partsBy(exchanged.lent, ({ host }) => host);
  const received = partsBy(exchanged.received, ({ lender }) => lender);
  const lines = [...lent, ...received].flatMap((part) => part.lines);
  return {
    commune,
    month,
    lent,
    received,
    totals: {
      lent: sum(lent, (part) => part.minutes),
      lentAgreed: sum(lent, (part) => part.agreedMinutes),
      received: sum(received, (part) => part.minutes),
      receivedAgreed: sum(received, (part) => part.agreedMinutes),
      toConfirm: lines.filter(({ confirmed }) => !confirmed.agreed).length,
    },
  };
};
