import classes from './club-mark.module.css';

interface ClubMarkProps {
  /** Two letters. */
  mark: string;
  /** `#rrggbb`, white legible on it. */
  hue: string;
  /** Side in pixels. */
  size?: number;
}

/** A club's small mark. It stands beside the club's name, so it says nothing to a screen reader. */
export const ClubMark = ({ mark, hue, size = 26 }: ClubMarkProps) => (
  <span
    className={classes.mark}
    style={{ background: hue, width: size, height: size, fontSize: Math.round(size * 0.46), borderRadius: Math.round(size * 0.28) }}
    aria-hidden="true"
  >
    {mark}
  </span>
);
