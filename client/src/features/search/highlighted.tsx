import { Fragment } from 'react';
import { typesetInPlace } from '../../editor/french-typography.ts';

type Range = readonly [number, number];

interface Piece {
  text: string;
  start: number;
  marked: boolean;
}

/** Cuts `text` at `ranges` ([start, end[ in UTF-16 units); ranges that overlap or fall outside are mended, nothing of the text is lost. */
export const pieces = (text: string, ranges: readonly Range[]): Piece[] => {
  const out: Piece[] = [];
  let at = 0;
  const push = (end: number, marked: boolean) => {
    if (end > at) out.push({ text: text.slice(at, end), start: at, marked });
    at = Math.max(at, end);
  };
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    push(Math.min(start, text.length), false);
    push(Math.min(end, text.length), true);
  }
  push(text.length, false);
  return out;
};

/** A text, set as French is, with the words found in it marked. */
export const Highlighted = ({ text, ranges }: { text: string; ranges: readonly Range[] }) =>
  pieces(typesetInPlace(text), ranges).map(({ text: part, start, marked }) =>
    marked ? <mark key={start}>{part}</mark> : <Fragment key={start}>{part}</Fragment>,
  );
