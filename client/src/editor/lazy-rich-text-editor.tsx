import { lazy, Suspense } from 'react';
import { patiently } from '../lib/patient-import.ts';
import classes from './rich-text-editor.module.css';
import type { RichTextEditorProps } from './rich-text-editor.tsx';

/** Fetches the editor before it is needed. */
export const loadRichTextEditor = () => import('./rich-text-editor.tsx');

const Loaded = lazy(() => patiently(loadRichTextEditor).then((module) => ({ default: module.RichTextEditor })));

/** The editor, fetched when first shown; its place is held meanwhile so that nothing moves. */
export function LazyRichTextEditor(props: RichTextEditorProps) {
  const waiting = (
    <div className={classes.box} data-compact={props.compact || undefined} aria-busy="true">
      <div className={classes.content}>{props.placeholder}</div>
    </div>
  );
  return (
    <Suspense fallback={waiting}>
      <Loaded {...props} />
    </Suspense>
  );
}
