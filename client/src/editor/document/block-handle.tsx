import { ActionIcon } from '@mantine/core';
import IconGripVertical from '@tabler/icons-react/dist/esm/icons/IconGripVertical.mjs';
import { DragHandle } from '@tiptap/extension-drag-handle-react';
import type { Editor } from '@tiptap/react';
import classes from './document-editor.module.css';

/** A hand's way to move a block; Alt and the arrows are the keyboard's, which is why it is no stop of the keyboard. */
export function BlockHandle({ editor }: { editor: Editor }) {
  return (
    <DragHandle editor={editor} className={classes.handle ?? ''}>
      <ActionIcon
        component="span"
        variant="subtle"
        size={24}
        tabIndex={-1}
        aria-hidden="true"
        title="Glisser pour déplacer (Alt et les flèches au clavier)"
      >
        <IconGripVertical size={16} stroke={1.8} />
      </ActionIcon>
    </DragHandle>
  );
}
