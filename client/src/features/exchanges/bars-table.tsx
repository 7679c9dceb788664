import classes from './exchanges.module.css';

interface BarsTableProps {
  caption: string;
  /** What each line is, and what each of its bars counts. */
  heads: readonly [line: string, ...bars: string[]];
  rows: readonly { label: string; values: readonly number[] }[];
}

/** Counts as bars: the table is the plot, so that whoever does not see the bars reads the same. */
export function BarsTable({ caption, heads, rows }: BarsTableProps) {
  const most = Math.max(1, ...rows.flatMap(({ values }) => values));
  const [line, ...bars] = heads;
  return (
    <table className={classes.bars}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{line}</th>
          {bars.map((bar) => (
            <th key={bar} scope="col">
              {bar}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, values }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {bars.map((bar, index) => (
              <td key={bar}>
                <span className={classes.bar} aria-hidden>
                  <i style={{ width: `${((values[index] ?? 0) / most) * 100}%` }} />
                </span>
                <span className={classes.words}>{values[index] ?? 0}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
