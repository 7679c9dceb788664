import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

interface PendingChange {
  add?: { id: string; pos: number; element: HTMLElement };
  remove?: string;
}
const key = new PluginKey<DecorationSet>('pendingImages');

/** Holds the place of an image on its way, while the person goes on writing around it. */
export const PendingImages = Extension.create({
  name: 'pendingImages',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, before) => {
          const mapped = before.map(transaction.mapping, transaction.doc);
          const change = transaction.getMeta(key) as PendingChange | undefined;
          if (change?.add) {
            const { id, pos, element } = change.add;
            return mapped.add(transaction.doc, [Decoration.widget(pos, element, { id, key: id, side: 1 })]);
          }
          return change?.remove ? mapped.remove(mapped.find(undefined, undefined, (spec) => spec.id === change.remove)) : mapped;
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

/** Shows `element` at `pos` in place of the image to come. */
export const holdPlace = (view: EditorView, id: string, pos: number, element: HTMLElement): void =>
  view.dispatch(view.state.tr.setMeta(key, { add: { id, pos, element } } satisfies PendingChange));

/** Takes the place back. @returns where it stood by then, or null when the person deleted the text around it. */
export const releasePlace = (view: EditorView, id: string): number | null => {
  const pos = key.getState(view.state)?.find(undefined, undefined, (spec) => spec.id === id)[0]?.from ?? null;
  view.dispatch(view.state.tr.setMeta(key, { remove: id } satisfies PendingChange));
  return pos;
};
