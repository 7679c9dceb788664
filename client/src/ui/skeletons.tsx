import { VisuallyHidden } from '@mantine/core';
import classes from './skeletons.module.css';

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
/** Uneven widths, as real titles have. */
const WIDTHS = ['72%', '58%', '81%', '49%', '66%'];

/** A card of as many rows as the list will likely have, each the height of a real one. */
export const ListSkeleton = ({ rows = 6, mark = true }: { rows?: number; mark?: boolean }) => (
  <div className={classes.card} aria-busy="true">
    <VisuallyHidden>Chargement…</VisuallyHidden>
    {range(rows).map((row) => (
      <div key={row} className={classes.row}>
        {mark && <i className={classes.mark} />}
        <div className={classes.lines}>
          <i className={classes.title} style={{ width: WIDTHS[row % WIDTHS.length] }} />
          <i className={classes.line} />
        </div>
      </div>
    ))}
  </div>
);

/** Lines of a text on its way. */
export const TextSkeleton = ({ lines = 4 }: { lines?: number }) => (
  <div className={classes.text} aria-busy="true">
    <VisuallyHidden>Chargement…</VisuallyHidden>
    {range(lines).map((line) => (
      <i key={line} className={classes.line} style={{ width: line === lines - 1 ? '55%' : '100%' }} />
    ))}
  </div>
);

/** A whole page on its way: heading and list where they will be. */
export const PageSkeleton = () => (
  <div className={classes.page}>
    <i className={classes.heading} />
    <ListSkeleton rows={7} />
  </div>
);
