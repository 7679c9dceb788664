import { plainText, type RichText } from '@beffroi/shared/core/rich-text';
import { RichTextView } from '../../editor/rich-text-view.tsx';
import classes from './comments.module.css';

/** What a card shows of a comment one is not at, in lines of its width. */
const LINES = 10;
const LINE = 38;

const isLong = (body: RichText): boolean =>
  plainText(body)
    .split('\n')
    .reduce((count, line) => count + Math.max(1, Math.ceil(line.length / LINE)), 0) > LINES;

/** What was said: its beginning where it is long and one is not at it, for it would push the others far from their text. */
export function CommentText({ body, isOpen }: { body: RichText; isOpen: boolean }) {
  const text = <RichTextView doc={body} headingsFrom={4} />;
  if (isOpen || !isLong(body)) return <div className={classes.text}>{text}</div>;
  return (
    <div className={classes.text}>
      <div className={classes.beginning}>{text}</div>
      {/* Pressing anything in a card opens it. */}
      <button type="button" className={classes.more}>
        Lire la suite
      </button>
    </div>
  );
}
