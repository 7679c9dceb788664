import { NOT_PROPOSED } from '@beffroi/shared/collab/replaced-ranges';
import { type Proposing, proposalAt, suggestChanges } from '@beffroi/shared/collab/suggest-changes';
import { endOf, mayJoin, startOf, textBlockAfter, textBlockBefore } from '@beffroi/shared/collab/text-blocks';
import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';

interface SuggestionOptions {
  author: { id: string; name: string };
  /** What cannot be proposed is said, never done in silence. */
  onRefused: (sentence: string) => void;
}
interface SuggestionStorage {
  isOn: boolean;
}

declare module '@tiptap/core' {
  interface Storage {
    suggestionMode: SuggestionStorage;
  }
}

const proposingAs = ({ id, name }: SuggestionOptions['author']): Proposing => ({
  authorId: id,
  authorName: name,
  at: new Date().toISOString(),
  newId: () => crypto.randomUUID(),
});

const KEPT_META = ['paste', 'uiEvent', 'composition', 'inputType'] as const;

/** Where the caret goes: after what was written; on the far side of what Delete struck, or it would strike the same again. */
const caretAfter = (edit: Transaction, state: EditorState, { from, to }: { from: number; to: number }): number => {
  const { empty, from: caret } = state.selection;
  let [inserts, start] = [false, Number.POSITIVE_INFINITY];
  edit.mapping.maps[0]?.forEach((oldFrom, _oldTo, newFrom, newTo) => {
    inserts ||= newTo > newFrom;
    start = Math.min(start, oldFrom);
  });
  const isForward = empty && start >= caret;
  return inserts || isForward ? to : from;
};

/** The same edit as proposals; null where it cannot be one. */
const proposed = (edit: Transaction, state: EditorState, { author, onRefused }: SuggestionOptions): Transaction | null => {
  const outcome = suggestChanges(edit, proposingAs(author));
  if (!outcome.transform) {
    onRefused(outcome.refused);
    return null;
  }
  if (outcome.transform === edit) return edit;
  const { tr } = state;
  for (const step of outcome.transform.steps) tr.step(step);
  const caret = Math.min(caretAfter(edit, state, outcome), tr.doc.content.size);
  tr.setSelection(TextSelection.near(tr.doc.resolve(caret), -1));
  for (const name of KEPT_META) if (edit.getMeta(name) !== undefined) tr.setMeta(name, edit.getMeta(name));
  if (edit.scrolledIntoView) tr.scrollIntoView();
  return tr;
};

/** What one writes in the middle of struck text takes its marks, and would be struck itself: it is not. */
const unstruck = (edit: Transaction): Transaction => {
  const [step] = edit.steps;
  if (edit.steps.length !== 1 || !(step instanceof ReplaceStep) || step.from !== step.to || edit.getMeta('paste')) return edit;
  const typed = step.slice.content.childCount === 1 ? step.slice.content.firstChild : null;
  const struck = typed?.isText ? typed.marks.find(({ type }) => type.name === 'deletion') : undefined;
  return typed && struck ? edit.removeMark(step.from, step.from + typed.nodeSize, struck) : edit;
};

/** At the edge of a block, its break is proposed for deletion: what the editor does there otherwise moves blocks in and out of lists. */
const joinAtEdge = (view: EditorView, isBackward: boolean, { onRefused }: SuggestionOptions): boolean => {
  const { doc, selection, tr } = view.state;
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock) return false;
  if ($from.parentOffset !== (isBackward ? 0 : $from.parent.content.size)) return false;
  const block = { node: $from.parent, pos: $from.before() };
  const before = isBackward ? textBlockBefore(doc, block.pos) : block;
  const after = isBackward ? block : textBlockAfter(doc, $from.after());
  if (!before || !after) return true;
  if (mayJoin(doc, before, after)) view.dispatch(tr.delete(endOf(before), startOf(after)).scrollIntoView());
  else onRefused(NOT_PROPOSED.structure);
  return true;
};

/** What the browser is about to replace: as it says, since it moves its selection before the editor hears of it. */
const replacedIn = (view: EditorView, event: InputEvent): { from: number; to: number } => {
  const [range] = event.getTargetRanges();
  if (!range) return view.state.selection;
  return { from: view.posAtDOM(range.startContainer, range.startOffset), to: view.posAtDOM(range.endContainer, range.endOffset) };
};

/**
 * A letter typed over a selection replaces all of it. Left to the browser it is found by comparing the text before and after, in which
 * a letter that both have stays: « jours » struck for « semaines » would be « jour » struck for « emaines ».
 */
const typeOver = (view: EditorView, event: InputEvent): boolean => {
  const { data, inputType, isComposing } = event;
  if (inputType !== 'insertText' || !data || isComposing || !view.editable) return false;
  const { from, to } = replacedIn(view, event);
  if (from === to) return false;
  event.preventDefault();
  const typed = () => view.state.tr.insertText(data, from, to).scrollIntoView();
  if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, data, typed))) view.dispatch(typed());
  return true;
};

/** Composed text (accents, other scripts) must bear its mark from the first letter: marking it later would break the composition off. */
const beginComposition = (view: EditorView, { author }: SuggestionOptions): boolean => {
  if (!view.state.selection.empty) view.dispatch(view.state.tr.deleteSelection());
  const { doc, schema, selection, tr } = view.state;
  const { $from } = selection;
  const form = $from.marks().filter(({ type }) => type.name !== 'insertion' && type.name !== 'deletion');
  const insertion = schema.mark('insertion', { ...proposalAt(doc, $from.pos, proposingAs(author)) });
  view.dispatch(tr.setStoredMarks([...form, insertion]));
  return false;
};

/** A mode in which whatever is written is proposed. It rewrites the edit before it is made, so that nobody ever sees it made. */
export const SuggestionMode = Extension.create<SuggestionOptions, SuggestionStorage>({
  name: 'suggestionMode',
  // Before the keys of lists and blocks.
  priority: 1_100,
  addOptions: () => ({ author: { id: '', name: '' }, onRefused: () => {} }),
  addStorage: () => ({ isOn: false }),
  dispatchTransaction({ transaction, next }) {
    const { storage, options, editor } = this;
    if (!transaction.docChanged || isChangeOrigin(transaction)) return next(transaction);
    if (!storage.isOn) return next(unstruck(transaction));
    const edit = proposed(transaction, editor.state, options);
    if (edit) next(edit);
  },
  addProseMirrorPlugins() {
    const { options, storage } = this;
    return [
      new Plugin({
        key: new PluginKey('suggestionMode'),
        props: {
          handleKeyDown: (view, { key, ctrlKey, metaKey, altKey }) =>
            storage.isOn &&
            !(ctrlKey || metaKey || altKey) &&
            (key === 'Backspace' || key === 'Delete') &&
            joinAtEdge(view, key === 'Backspace', options),
          handleDOMEvents: {
            beforeinput: (view, event) => storage.isOn && typeOver(view, event),
            compositionstart: (view) => storage.isOn && beginComposition(view, options),
          },
        },
      }),
    ];
  },
});
