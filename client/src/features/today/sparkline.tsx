import classes from './sparkline.module.css';

const WIDTH = 280;
const HEIGHT = 64;
const MARGIN = 6;

/** The points of a line through the values, the highest at the top; a flat line lies at the bottom. */
export const sparklinePoints = (values: readonly number[]): [number, number][] => {
  const highest = Math.max(1, ...values);
  const step = (WIDTH - 2 * MARGIN) / Math.max(1, values.length - 1);
  return values.map((value, index) => [MARGIN + index * step, HEIGHT - MARGIN - (value / highest) * (HEIGHT - 2 * MARGIN)]);
};

interface SparklineProps {
  values: readonly number[];
  /** What the curve shows, for those who do not see it. */
  label: string;
}

/** A curve one takes in at a glance. */
export function Sparkline({ values, label }: SparklineProps) {
  const points = sparklinePoints(values);
  const last = points.at(-1);
  const line = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  return (
    <svg className={classes.curve} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <polygon points={`${MARGIN},${HEIGHT} ${line} ${WIDTH - MARGIN},${HEIGHT}`} />
      <polyline points={line} />
      {last && <circle cx={last[0]} cy={last[1]} r="3.5" />}
    </svg>
  );
}
