import { ofPlace } from '@beffroi/shared/core/french-of';
import type { Overview } from '@beffroi/shared/features/exchanges/exchanges.contract';
import { hoursInWords } from '@beffroi/shared/features/statements/statements.vocabulary';
import type { CSSProperties } from 'react';
import classes from './exchanges.module.css';
import matrix from './hours-matrix.module.css';
import { wholeHours } from './overview-words.ts';

const OUTSIDE = 'Extérieurs';
/** How many ways between two communes are told in words. */
const TOLD = 3;

const keyOf = (lender: string | null, host: string): string => `${lender ?? ''}>${host}`;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What the matrix shows best, in words. */
function InWords({ hours: { cells, communes } }: Pick<Overview, 'hours'>) {
  const names = new Map(communes.map(({ slug, name }) => [slug, name]));
  const most = cells
    .flatMap((cell) => (cell.lender === null ? [] : [{ ...cell, lender: cell.lender }]))
    .sort((a, b) => b.minutes - a.minutes)
    .slice(0, TOLD);
  if (most.length === 0) return null;
  const told = most.map(
    ({ lender, host, minutes }) => `${ofPlace(names.get(lender) ?? lender)} à ${names.get(host)}, ${hoursInWords(minutes)}`,
  );
  return <p className={classes.note}>Les échanges les plus fournis&nbsp;: {told.join('\u00a0; ')}.</p>;
}

/** Who lent, by line, to whom, by column: hours, the darker the more. */
export function HoursMatrix({ hours }: Pick<Overview, 'hours'>) {
  const { communes, cells } = hours;
  const minutes = new Map(cells.map((cell) => [keyOf(cell.lender, cell.host), cell.minutes]));
  const most = Math.max(1, ...cells.map((cell) => cell.minutes));
  const lenders = [...communes, { slug: null, name: OUTSIDE }].filter(({ slug }) => cells.some(({ lender }) => lender === slug));
  const hosts = communes.filter(({ slug }) => cells.some(({ host }) => host === slug));
  return (
    <>
      <InWords hours={hours} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className={classes.scroll} aria-label="De chaque commune à chaque autre" tabIndex={0}>
        <table className={matrix.matrix}>
          <caption>Heures prêtées, de la commune de la ligne à celle de la colonne</caption>
          <thead>
            <tr>
              <th scope="col" className={matrix.corner}>
                Prête
              </th>
              {hosts.map(({ slug, name }) => (
                <th key={slug} scope="col">
                  <span>{name}</span>
                </th>
              ))}
              <th scope="col">
                <span>Total</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lenders.map(({ slug, name }) => (
              <tr key={slug ?? 'outside'}>
                <th scope="row">{name}</th>
                {hosts.map((host) => {
                  const value = minutes.get(keyOf(slug, host.slug)) ?? 0;
                  return (
                    <td
                      key={host.slug}
                      data-own={host.slug === slug || undefined}
                      style={value > 0 ? ({ '--share': `${Math.round(8 + (value / most) * 34)}%` } as CSSProperties) : undefined}
                      data-filled={value > 0 || undefined}
                    >
                      {value > 0 ? wholeHours(value) : ''}
                    </td>
                  );
                })}
                <td className={matrix.total}>
                  {wholeHours(sum(cells.filter(({ lender }) => lender === slug).map((cell) => cell.minutes)))}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Total reçu</th>
              {hosts.map(({ slug }) => (
                <td key={slug} className={matrix.total}>
                  {wholeHours(sum(cells.filter(({ host }) => host === slug).map((cell) => cell.minutes)))}
                </td>
              ))}
              <td className={matrix.total}>{wholeHours(sum(cells.map((cell) => cell.minutes)))}</td>
            </tr>
          </tfoot>
        </table>
      </section>
    </>
  );
}
