import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import type { Overview } from '@beffroi/shared/features/exchanges/exchanges.contract';
import classes from './exchanges.module.css';
import { share, shortMonth } from './overview-words.ts';

interface CellProps {
  seats: number;
  unfilled: number;
  /** The most of any cell: what fills it. */
  most: number;
}

/** A month of a métier: its bar says how much was wanted, its brick end what nobody came for; the words say the same. */
function Month({ seats, unfilled, most }: CellProps) {
  if (seats === 0)
    return (
      <td className={classes.none}>
        <span aria-hidden>–</span>
        <span className={classes.said}>rien à couvrir</span>
      </td>
    );
  return (
    <td>
      <span className={classes.bar} aria-hidden>
        <i style={{ width: `${((seats - unfilled) / most) * 100}%` }} />
        {unfilled > 0 && <i data-unfilled style={{ width: `${(unfilled / most) * 100}%` }} />}
      </span>
      <span className={classes.words}>
        {unfilled > 0 ? <b>{unfilled}</b> : '0'} / {seats}
      </span>
    </td>
  );
}

/** What nobody came for, by métier and month. */
export function NeedsTable({ needs, months }: Pick<Overview, 'needs' | 'months'>) {
  const most = Math.max(1, ...needs.flatMap((each) => each.months.map(({ seats }) => seats)));
  return (
    /* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */
    <section className={classes.scroll} aria-label="Besoins par métier et par mois" tabIndex={0}>
      <table className={classes.needs}>
        <caption>Demi-journées non pourvues, sur celles qui étaient à couvrir</caption>
        <thead>
          <tr>
            <th scope="col">Métier</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {shortMonth(month)}
              </th>
            ))}
            <th scope="col" className={classes.number}>
              Non pourvues
            </th>
          </tr>
        </thead>
        <tbody>
          {needs.map((each) => (
            <tr key={each.metier}>
              <th scope="row">{metierLabel(each.metier)}</th>
              {each.months.map((month) => (
                <Month key={month.month} seats={month.seats} unfilled={month.unfilled} most={most} />
              ))}
              <td className={classes.number}>{share(each.unfilled, each.seats)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
