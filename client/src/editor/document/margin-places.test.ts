import { anchorOf } from '@beffroi/shared/collab/anchors';
import { DOCUMENT_FRAGMENT, documentExtensions } from '@beffroi/shared/collab/document-schema';
import { act, renderHook } from '@testing-library/react';
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Doc } from 'yjs';
import { HighlightedPassages, showCommented } from './highlights.ts';
import { useMarginPlaces } from './use-proposals.ts';

let doc: Doc;
let editor: Editor;
beforeEach(async () => {
  doc = new Doc();
  const element = document.createElement('div');
  editor = new Editor({
    element,
    extensions: [...documentExtensions(), Collaboration.configure({ document: doc, field: DOCUMENT_FRAGMENT }), HighlightedPassages],
  });
  await new Promise((created) => editor.on('create', created));
  editor.commands.setContent('<p>Un.</p><p>La part fixe.</p>');
});
afterEach(() => editor.destroy());

it('a comment just made has its place at once, not after the pause that the text is left', () => {
  const { result } = renderHook(() => useMarginPlaces(editor));
  const { revision } = result.current;
  act(() => void editor.commands.insertContentAt(1, 'Et '));
  expect(result.current.revision).toBe(revision);
  const passage = { from: 12, to: 16 };
  act(() => showCommented(editor, [{ id: 'c', anchor: anchorOf(doc.getXmlFragment(DOCUMENT_FRAGMENT), passage), quote: 'part' }]));
  expect(result.current.passages.get('c')).toEqual(passage);
});
