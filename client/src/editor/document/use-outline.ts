import { type OutlineEntry, outlineOf } from '@beffroi/shared/collab/document-outline';
import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { headingNodes } from './article-numbers.ts';

/** Titles are read while they are written, not at each letter. */
const SETTLED_MS = 200;

const same = (a: OutlineEntry[], b: OutlineEntry[]): boolean =>
  a.length === b.length &&
  a.every(({ id, level, number, text }, index) => {
    const other = b[index] as OutlineEntry;
    return other.id === id && other.level === level && other.number === number && other.text === text;
  });

/** The headings of the document, read again shortly after one of them changed; what is written between them costs nothing. */
export const useOutline = (editor: Editor | null): OutlineEntry[] => {
  const [outline, setOutline] = useState<OutlineEntry[]>([]);
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let known: readonly unknown[] | null = null;
    const read = () => {
      timer = undefined;
      const now = outlineOf(editor.state.doc);
      setOutline((before) => (same(before, now) ? before : now));
    };
    const heard = () => {
      const nodes = headingNodes(editor.state);
      if (nodes === known) return;
      known = nodes;
      timer ??= setTimeout(read, SETTLED_MS);
    };
    read();
    editor.on('transaction', heard);
    return () => {
      clearTimeout(timer);
      editor.off('transaction', heard);
    };
  }, [editor]);
  return outline;
};

/** Just under the bars. */
const READING_LINE = 190;

/** Index of the article one reads: the last whose title has passed under the bars. */
const readIndex = (editor: Editor): number => {
  const titles = editor.view.dom.querySelectorAll(':scope > :is(h1, h2, h3)');
  let low = 0;
  let high = titles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((titles[middle] as Element).getBoundingClientRect().top <= READING_LINE) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** Which entry of the outline one reads, as the page scrolls. */
export const useReadArticle = (editor: Editor | null, outline: OutlineEntry[]): number => {
  const [index, setIndex] = useState(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other headings may stand on the same scroll
  useEffect(() => {
    if (!editor) return;
    let frame = 0;
    const read = () => {
      frame = 0;
      if (!editor.isDestroyed) setIndex(readIndex(editor));
    };
    const heard = () => {
      frame ||= requestAnimationFrame(read);
    };
    heard();
    window.addEventListener('scroll', heard, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', heard);
    };
  }, [editor, outline]);
  return index;
};
