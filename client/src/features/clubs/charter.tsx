import type { ReactNode } from 'react';
import { typeset } from '../../editor/french-typography.ts';
import classes from './charter.module.css';

/** A charter's light text: paragraphs parted by blank lines, list lines beginning with « - ». */
export function Charter({ text }: { text: string }) {
  const blocks = text.split(/\n\s*\n/).filter((block) => block.trim());
  return (
    <div className={classes.charter}>
      {blocks.map((block) => {
        const lines = block.split('\n').map((line) => line.trim());
        const list = lines.every((line) => line.startsWith('- '));
        const content: ReactNode = list ? (
          <ul>
            {lines.map((line) => (
              <li key={line}>{typeset(line.slice(2))}</li>
            ))}
          </ul>
        ) : (
          <p>{typeset(lines.join(' '))}</p>
        );
        return <div key={block}>{content}</div>;
      })}
    </div>
  );
}

/** A plain list of sentences. */
export function Sentences({ items }: { items: readonly string[] }) {
  return (
    <ul className={classes.sentences}>
      {items.map((item) => (
        <li key={item}>{typeset(item)}</li>
      ))}
    </ul>
  );
}
