import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/** Escape, then Tab, leaves the text even from a list or a table, where Tab means something else. */
export const LeaveByTab = Extension.create({
  name: 'leaveByTab',
  priority: 2_000,
  addProseMirrorPlugins: () => {
    let isLeaving = false;
    return [
      new Plugin({
        key: new PluginKey('leaveByTab'),
        props: {
          handleDOMEvents: {
            keydown: (_view, { key }) => {
              const leaves = isLeaving && key === 'Tab';
              isLeaving = key === 'Escape' || (isLeaving && key === 'Shift');
              return leaves;
            },
          },
        },
      }),
    ];
  },
});
