import type { Editor } from '@tiptap/core';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { focusText } from './focus-text.ts';
import classes from './margin-cards.module.css';

export interface MarginItem {
  key: string;
  /** Where its text stands; null where it is gone: such cards come first. */
  pos: number | null;
  /** Its accessible name. */
  label: string;
  card: ReactNode;
}

interface MarginCardsProps {
  editor: Editor | null;
  items: MarginItem[];
  active: string | null;
  onActive: (key: string) => void;
  /** Stands for « the text changed »: places are measured anew. */
  revision: number;
  /** One under the other instead of beside their text. */
  stacked?: boolean;
}

const GAP = 10;
/** How far from its text the active card may be pushed by those above it. */
const PUSHED_MAX = 240;

interface Layout {
  /** Of each card, by its key, from the top of the column. */
  tops: ReadonlyMap<string, number>;
  height: number;
}

const isSame = (a: Layout['tops'], b: Layout['tops']): boolean => a.size === b.size && [...a].every(([key, top]) => b.get(key) === top);

/**
 * Where each card goes: beside its text, pushed down by those above. The active one stands beside its text and pushes those above
 * it up.
 */
export const placeCards = (wanted: readonly { top: number; height: number }[], active: number): number[] => {
  const tops: number[] = [];
  for (const [index, { top }] of wanted.entries()) {
    const above = index > 0 ? (tops[index - 1] as number) + (wanted[index - 1]?.height ?? 0) + GAP : 0;
    tops.push(Math.max(top, above));
  }
  const first = wanted[active];
  if (!first) return tops;
  // Down from the active one, then up from it.
  tops[active] = first.top;
  for (let index = active + 1; index < tops.length; index++)
    tops[index] = Math.max(wanted[index]?.top ?? 0, (tops[index - 1] as number) + (wanted[index - 1]?.height ?? 0) + GAP);
  for (let index = active - 1; index >= 0; index--)
    tops[index] = Math.min(tops[index] as number, (tops[index + 1] as number) - (wanted[index]?.height ?? 0) - GAP);
  // What would leave the page at the top pushes everything down instead, as long as the active one stays near its text: in a crowd
  // the first ones do leave, until one is at another.
  const over = Math.max(0, -(tops[0] ?? 0));
  return over > 0 && over <= PUSHED_MAX ? tops.map((top) => top + over) : tops;
};

/** Where one is in the text, as the browser has it: the editor hears of it a moment later. Null where one is elsewhere. */
const caretIn = (editor: Editor | null): number | null => {
  const { focusNode = null, focusOffset = 0 } = document.getSelection() ?? {};
  if (!editor || editor.isDestroyed || !focusNode) return null;
  const { dom } = editor.view;
  return dom.contains(document.activeElement) && dom.contains(focusNode) ? editor.view.posAtDOM(focusNode, focusOffset) : null;
};

/** The card of what comes next in the text, or last before; round from its end to its beginning. */
export const besideCaret = (items: readonly MarginItem[], caret: number, by: 1 | -1): MarginItem | undefined =>
  by > 0
    ? (items.find(({ pos }) => pos !== null && pos >= caret) ?? items[0])
    : (items.findLast(({ pos }) => pos !== null && pos < caret) ?? items.at(-1));

const isField = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;

/** Cards beside the text they are about, in its order. `n` and `p` go from one to the next, Escape back to the text. */
export function MarginCards({ editor, items, active, onActive, revision, stacked = false }: MarginCardsProps) {
  const column = useRef<HTMLDivElement>(null);
  const cards = useRef(new Map<string, HTMLElement>());
  const [layout, setLayout] = useState<Layout>({ tops: new Map(), height: 0 });

  const measure = useCallback(() => {
    const box = column.current?.getBoundingClientRect();
    if (!box || !editor || editor.isDestroyed || stacked) return;
    const size = editor.state.doc.content.size;
    const wanted = items.map(({ key, pos }) => ({
      top: pos === null ? 0 : editor.view.coordsAtPos(Math.min(pos, size)).top - box.top - 12,
      height: cards.current.get(key)?.offsetHeight ?? 0,
    }));
    const tops = placeCards(
      wanted,
      items.findIndex(({ key }) => key === active),
    );
    const height = Math.max(0, ...tops.map((top, index) => top + (wanted[index]?.height ?? 0)));
    const placed = new Map(items.map(({ key }, index) => [key, tops[index] as number]));
    setLayout((before) => (before.height === height && isSame(before.tops, placed) ? before : { tops: placed, height }));
  }, [editor, items, active, stacked]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says that the text, and so its places, changed.
  useLayoutEffect(measure, [measure, revision]);
  useEffect(() => {
    if (!editor || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(editor.view.dom);
    for (const card of cards.current.values()) observer.observe(card);
    return () => observer.disconnect();
  }, [editor, measure]);

  // Only whoever goes by keyboard is shown the text of the card she comes to: the pointer’s page stays where it is.
  const reach = (key: string) => (event: FocusEvent) => {
    if (key !== active && event.target.matches(':focus-visible')) onActive(key);
  };

  const step = (by: 1 | -1) => {
    const caret = caretIn(editor);
    const index = items.findIndex(({ key }) => key === active);
    const next = caret === null ? items[Math.min(items.length - 1, Math.max(0, index + by))] : besideCaret(items, caret, by);
    if (!next) return;
    onActive(next.key);
    cards.current.get(next.key)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && !stacked) return focusText(editor);
    if (event.key !== 'n' && event.key !== 'p') return;
    event.preventDefault();
    step(event.key === 'n' ? 1 : -1);
  };
  const stepping = useRef(step);
  stepping.current = step;
  // From the text too: F8 goes to the next card, as from one proposal to the next in a word processor.
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F8') return;
      event.preventDefault();
      stepping.current(event.shiftKey ? -1 : 1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys go from one card to the next, whose buttons do the acts.
    <div
      ref={column}
      className={classes.column}
      data-stacked={stacked || undefined}
      data-crowded={(!stacked && [...layout.tops.values()].some((top) => top < 0)) || undefined}
      style={{ minHeight: layout.height }}
      onKeyDown={onKeyDown}
    >
      {items.map(({ key, label, card }) => (
        <article
          key={key}
          ref={(element) => {
            if (element) cards.current.set(key, element);
            else cards.current.delete(key);
          }}
          id={key}
          className={classes.card}
          aria-label={label}
          // One decided with the keyboard leaves its place to the next.
          data-row
          tabIndex={-1}
          data-active={key === active || undefined}
          // None until it is known: a new card then comes to its place without crossing the others.
          style={stacked ? undefined : { top: layout.tops.get(key) }}
          onClick={() => onActive(key)}
          onFocus={reach(key)}
          onKeyDown={() => {}}
        >
          {card}
        </article>
      ))}
    </div>
  );
}
