import type { Editor } from '@tiptap/core';
import type { EditorView } from '@tiptap/pm/view';
import { useRef, useState } from 'react';
import { imagesAmong, pastesText, useImageDeposit } from '../image-deposit.ts';

/** Images dropped, pasted or chosen go to the club's store and into the text; other files are refused in words. */
export const useImageTaking = (clubSlug: string) => {
  const { deposit, failed, dismiss } = useImageDeposit(clubSlug);
  const [refused, setRefused] = useState(false);
  const editor = useRef<Editor | null>(null);
  const take = (files: Iterable<File>, at: number): boolean => {
    const { images, others } = imagesAmong(files);
    setRefused(others);
    const into = editor.current;
    if (into) for (const image of images) void deposit(into, image, at);
    return images.length > 0 || others;
  };
  const taking = useRef(take);
  taking.current = take;
  // The editor is made once and keeps these.
  const handlers = useRef({
    handlePaste: (view: EditorView, event: ClipboardEvent) => {
      const data = event.clipboardData;
      if (!data?.files.length || pastesText(data)) return false;
      return taking.current(data.files, view.state.selection.from);
    },
    handleDrop: (view: EditorView, event: DragEvent, _slice: unknown, moved: boolean) => {
      if (moved || !event.dataTransfer?.files.length) return false;
      const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.selection.from;
      return taking.current(event.dataTransfer.files, at);
    },
  });
  const again = (id: string, file: File) => {
    dismiss(id);
    if (editor.current) void deposit(editor.current, file, editor.current.state.selection.from);
  };
  return { editor, take, handlers: handlers.current, refused, failed, dismiss, again };
};
