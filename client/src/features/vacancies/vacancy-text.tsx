import { type ReactNode, useId } from 'react';
import { typeset } from '../../editor/french-typography.ts';
import classes from './vacancies.module.css';

const BULLET = /^\s*[-–—•*]\s+/;

interface Block {
  list: boolean;
  lines: string[];
}

/** A paragraph a line; lines that begin with a dash make a list. */
const blocksOf = (text: string): Block[] => {
  const blocks: Block[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const list = BULLET.test(line);
    const last = blocks.at(-1);
    if (list && last?.list) last.lines.push(line.replace(BULLET, ''));
    else blocks.push({ list, lines: [line.replace(BULLET, '')] });
  }
  return blocks;
};

const keyed = (lines: string[]): { key: string; line: string }[] => lines.map((line, index) => ({ key: `${index}-${line}`, line }));

function PlainText({ text }: { text: string }): ReactNode {
  return blocksOf(text).map(({ list, lines }, index) =>
    list ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the text is whole each time, and holds nothing of its own
      <ul key={index}>
        {keyed(lines).map(({ key, line }) => (
          <li key={key}>{typeset(line)}</li>
        ))}
      </ul>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <p key={index}>{typeset(lines[0] as string)}</p>
    ),
  );
}

/** A part of the offer's text under its title; nothing where nothing is said. */
export function TextSection({ title, text }: { title: string; text: string }) {
  const id = useId();
  if (text.trim() === '') return null;
  return (
    <section aria-labelledby={id} className={classes.text}>
      <h2 id={id}>{title}</h2>
      <PlainText text={text} />
    </section>
  );
}
