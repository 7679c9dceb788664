import { Extension } from '@tiptap/core';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

interface Binding {
  mapping: Map<unknown, unknown>;
}

/**
 * The binding forgets, at each change of others, which Yjs element is which node, and makes the whole document anew: some ten
 * milliseconds in one of sixty pages. It forgets by itself, one by one, the elements that changed and those around them, which
 * is all that has to be made anew: after the first drawing the rest is kept.
 */
export const KeptMapping = Extension.create({
  name: 'keptMapping',
  onCreate() {
    const binding = ySyncPluginKey.getState(this.editor.state)?.binding as Binding | undefined;
    if (binding) binding.mapping.clear = () => undefined;
  },
});
