import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { holdPlace, releasePlace } from './pending-images.ts';
import classes from './rich-text-editor.module.css';
import { type StoredImage, useWritingTools } from './writing-tools.tsx';

export interface FailedImage {
  id: string;
  file: File;
  reason: string;
}

const placeholder = (file: File): { element: HTMLElement; forget: () => void } => {
  const url = URL.createObjectURL(file);
  const element = document.createElement('span');
  element.className = classes.pending ?? '';
  const image = document.createElement('img');
  image.src = url;
  image.alt = '';
  const label = document.createElement('span');
  label.textContent = 'Envoi de l’image…';
  const bar = document.createElement('span');
  bar.className = classes.pendingBar ?? '';
  element.append(image, label, bar);
  return { element, forget: () => URL.revokeObjectURL(url) };
};

/** The images among dropped or pasted files, and whether other files were left out. */
export const imagesAmong = (files: Iterable<File>): { images: File[]; others: boolean } => {
  const all = [...files];
  const images = all.filter((file) => file.type.startsWith('image/'));
  return { images, others: images.length < all.length };
};

/** Word and spreadsheets paste a picture of the text beside the text: then the text is what is meant. */
export const pastesText = (data: DataTransfer): boolean => {
  const html = data.getData('text/html');
  return Boolean(html) && new DOMParser().parseFromString(html, 'text/html').body.textContent?.trim() !== '';
};

/** Puts the image there with a line after it; the caret goes on to that line, unless the person writes elsewhere by now. */
const insertImage = (editor: Editor, pos: number, image: StoredImage) => {
  const here = editor.state.selection.from === pos;
  const content = [{ type: 'image', attrs: { ...image, alt: '' } }, { type: 'paragraph' }];
  editor.commands.insertContentAt(pos, content, { updateSelection: here });
};

/**
 * Sends images and puts them into the text where they were dropped.
 * A failure leaves the text alone and says why, with the file kept for another try.
 */
export const useImageDeposit = (clubSlug: string, onBusy?: (busy: boolean) => void) => {
  const { uploadImage } = useWritingTools();
  const [failed, setFailed] = useState<FailedImage[]>([]);
  const [sending, setSending] = useState(0);
  const busy = useRef(onBusy);
  busy.current = onBusy;
  useEffect(() => busy.current?.(sending > 0), [sending]);

  const deposit = useCallback(
    async (editor: Editor, file: File, at: number) => {
      const id = crypto.randomUUID();
      const { element, forget } = placeholder(file);
      holdPlace(editor.view, id, at, element);
      setSending((count) => count + 1);
      try {
        const image = await uploadImage(clubSlug, file);
        if (editor.isDestroyed) return;
        const pos = releasePlace(editor.view, id);
        if (pos !== null) insertImage(editor, pos, image);
      } catch (error) {
        if (editor.isDestroyed) return;
        releasePlace(editor.view, id);
        setFailed((list) => [...list, { id, file, reason: error instanceof Error ? error.message : 'L’image n’a pas pu être envoyée.' }]);
      } finally {
        forget();
        setSending((count) => count - 1);
      }
    },
    [clubSlug, uploadImage],
  );
  const dismiss = useCallback((id: string) => setFailed((list) => list.filter((image) => image.id !== id)), []);
  return { deposit, failed, dismiss };
};
