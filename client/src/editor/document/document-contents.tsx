import type { OutlineEntry } from '@beffroi/shared/collab/document-outline';
import type { Editor } from '@tiptap/core';
import { type MouseEvent, useEffect, useRef } from 'react';
import { typeset } from '../french-typography.ts';
import classes from './document-contents.module.css';
import { goToArticle } from './go-to-article.ts';
import { useReadArticle } from './use-outline.ts';

/** « 6. » rather than « Article 6 »: the column is narrow. */
const shortNumber = (number: string): string => number.replace(/^Article (\d+)$/, '$1.');

interface DocumentContentsProps {
  editor: Editor | null;
  outline: OutlineEntry[];
  /** After a choice, for a drawer to close. */
  onChosen?: () => void;
}

/** The articles of the document, the one being read marked; choosing one goes there. */
export function DocumentContents({ editor, outline, onChosen }: DocumentContentsProps) {
  const reading = useReadArticle(editor, outline);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const entry = list.current?.children[reading];
    // Only the column scrolls; `scrollIntoView` would move the page too.
    const column = list.current?.closest('[data-column]');
    if (!entry || !column) return;
    const [inner, outer] = [entry.getBoundingClientRect(), column.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) column.scrollTop += inner.top - outer.top - outer.height / 3;
  }, [reading]);
  const choose = (entry: OutlineEntry, index: number) => (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !editor) return;
    event.preventDefault();
    onChosen?.();
    goToArticle(editor, index, entry.id);
  };
  if (outline.length === 0) return <p className={classes.empty}>Les articles du document s’afficheront ici.</p>;
  return (
    <ol ref={list} className={classes.list}>
      {outline.map((entry, index) => (
        <li key={entry.id ?? `${index}`}>
          <a
            href={entry.id ? `#article-${entry.id}` : '#contenu'}
            className={classes.entry}
            data-level={entry.level}
            aria-current={index === reading ? 'location' : undefined}
            onClick={choose(entry, index)}
          >
            {entry.number && <span className={classes.number}>{shortNumber(entry.number)}</span>}
            <span>{typeset(entry.text) || 'Sans titre'}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
