import { Extension } from '@tiptap/core';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/** What is touched of the binding between Yjs and ProseMirror. */
interface Binding {
  mapping: Map<unknown, unknown>;
  _isLocalCursorInView: () => boolean;
}

/**
 * Spares the writer two things the binding does at each change of others, which cost more than the change itself in a document
 * of sixty pages:
 * - it forgets which Yjs element is which node and makes the whole document anew, though it has just forgotten, one by one, the
 *   elements that changed and those around them, which is all that has to be made anew: the rest is kept;
 * - it scrolls to one's own caret, for which the browser must lay the page out at once: browsers hold the place one reads by
 *   themselves (`overflow-anchor`).
 */
export const LightBinding = Extension.create({
  name: 'lightBinding',
  onCreate() {
    const binding = ySyncPluginKey.getState(this.editor.state)?.binding as Binding | undefined;
    if (!binding) return;
    binding.mapping.clear = () => undefined;
    binding._isLocalCursorInView = () => false;
  },
});
