import { type Editor, Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { finder, type Match, type Query } from './find-matches.ts';

interface Finding {
  query: Query;
  find: ReturnType<typeof finder>;
  matches: Match[];
  /** Which match one stands at; -1 where nothing is found. */
  current: number;
  decorations: DecorationSet;
}
type Act = { query: Query | null } | { current: number };

const key = new PluginKey<Finding | null>('findInDocument');

const decorated = (state: EditorState, finding: Omit<Finding, 'decorations'>): Finding => ({
  ...finding,
  decorations: DecorationSet.create(
    state.doc,
    finding.matches.map(({ from, to }, index) =>
      Decoration.inline(from, to, { class: index === finding.current ? 'found found-current' : 'found' }),
    ),
  ),
});

/** The first match at or after the caret, the first of all where none follows. */
const nearest = (matches: Match[], position: number): number => {
  const after = matches.findIndex(({ from }) => from >= position);
  return after === -1 && matches.length > 0 ? 0 : after;
};

const started = (state: EditorState, query: Query): Finding => {
  const find = finder(query);
  const matches = find(state.doc);
  return decorated(state, { query, find, matches, current: nearest(matches, state.selection.from) });
};

/** Marks what is searched for in the text; matches follow what is written meanwhile, here and elsewhere. */
export const FindInDocument = Extension.create<{ onOpen: () => void }>({
  name: 'findInDocument',
  addOptions: () => ({ onOpen: () => {} }),
  addKeyboardShortcuts() {
    return {
      'Mod-f': () => {
        this.options.onOpen();
        return true;
      },
    };
  },
  addProseMirrorPlugins: () => [
    new Plugin<Finding | null>({
      key,
      state: {
        init: () => null,
        apply: (transaction, before, _old, state) => {
          const act = transaction.getMeta(key) as Act | undefined;
          if (act && 'query' in act) return act.query ? started(state, act.query) : null;
          if (!before) return null;
          if (act) return decorated(state, { ...before, current: act.current });
          if (!transaction.docChanged) return before;
          const matches = before.find(state.doc);
          return decorated(state, { ...before, matches, current: Math.min(Math.max(before.current, 0), matches.length - 1) });
        },
      },
      props: { decorations: (state) => key.getState(state)?.decorations },
    }),
  ],
});

/** How many matches there are, and at which one stands, from 1; zeros where nothing is found. */
export const findingOf = (state: EditorState): { count: number; current: number } => {
  const finding = key.getState(state);
  return { count: finding?.matches.length ?? 0, current: finding ? finding.current + 1 : 0 };
};

const show = (editor: Editor, finding: Finding | null | undefined) => {
  const match = finding?.matches[finding.current];
  if (!match) return;
  const { node } = editor.view.domAtPos(match.from);
  (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
};

/** Begins to search; null ends it. */
export const search = (editor: Editor, query: Query | null): void => {
  editor.view.dispatch(editor.state.tr.setMeta(key, { query } satisfies Act));
  show(editor, key.getState(editor.state));
};

/** Goes to the next match, or the previous one, around the ends. */
export const step = (editor: Editor, by: 1 | -1): void => {
  const finding = key.getState(editor.state);
  if (!finding?.matches.length) return;
  const current = (finding.current + by + finding.matches.length) % finding.matches.length;
  editor.view.dispatch(editor.state.tr.setMeta(key, { current } satisfies Act));
  show(editor, key.getState(editor.state));
};

/** Selects the match one stands at, to write on from there. */
export const selectMatch = (editor: Editor): void => {
  const finding = key.getState(editor.state);
  const match = finding?.matches[finding.current];
  if (match) editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, match.from, match.to)));
};

const rewrite = (editor: Editor, matches: Match[], text: string): void => {
  const { tr } = editor.state;
  // From the end, so that what is replaced moves nothing that is still to be.
  for (const { from, to } of matches.toReversed()) {
    if (text) tr.insertText(text, from, to);
    else tr.delete(from, to);
  }
  editor.view.dispatch(tr);
};

/** Replaces the match one stands at and goes on to the next. */
export const replaceOne = (editor: Editor, text: string): void => {
  const finding = key.getState(editor.state);
  const match = finding?.matches[finding.current];
  if (!match) return;
  rewrite(editor, [match], text);
  const after = key.getState(editor.state);
  const next = after ? nearest(after.matches, match.from + text.length) : -1;
  editor.view.dispatch(editor.state.tr.setMeta(key, { current: next } satisfies Act));
  show(editor, key.getState(editor.state));
};

/** Replaces every match. @returns how many there were */
export const replaceAll = (editor: Editor, text: string): number => {
  const matches = key.getState(editor.state)?.matches ?? [];
  if (matches.length > 0) rewrite(editor, matches, text);
  return matches.length;
};
