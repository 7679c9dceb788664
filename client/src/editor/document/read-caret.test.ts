import { DOCUMENT_FRAGMENT, documentExtensions } from '@beffroi/shared/collab/document-schema';
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { TextSelection } from '@tiptap/pm/state';
import { yCursorPluginKey } from '@tiptap/y-tiptap';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement } from 'yjs';
import { tellBefore } from './batched-updates.ts';
import { carets } from './carets.ts';
import { ReadCaret } from './read-caret.ts';

let doc: Doc;
let editor: Editor;

// A browser says « selectionchange » some time after the caret moved; here it never has yet.
const notYet = (event: Event) => event.stopImmediatePropagation();

beforeEach(async () => {
  document.addEventListener('selectionchange', notYet);
  doc = new Doc();
  const element = document.createElement('div');
  document.body.append(element);
  editor = new Editor({
    element,
    extensions: [
      ...documentExtensions(),
      Collaboration.configure({ document: doc, field: DOCUMENT_FRAGMENT }),
      ReadCaret,
      ...carets(new Awareness(doc), { id: 'me', name: 'Acheteuse, Anzin', colour: '#123456' }),
    ],
  });
  await new Promise((created) => editor.on('create', created));
  editor.commands.setContent('<p>Un.</p><p>Deux.</p>');
  editor.view.focus();
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 1)));
});
afterEach(() => {
  document.removeEventListener('selectionchange', notYet);
  editor.destroy();
});

/** What the browser does at a click. */
const clickInSecondParagraph = (): void => {
  const line = editor.view.dom.querySelectorAll('p')[1]?.firstChild as Text;
  document.getSelection()?.collapse(line, 2);
};

const caret = () => {
  const { parent, parentOffset } = editor.state.selection.$head;
  return { in: parent.textContent, at: parentOffset };
};

describe('a click that ProseMirror has not heard of yet', () => {
  it('is not undone by the drawing of the carets of others', () => {
    clickInSecondParagraph();
    editor.view.dispatch(editor.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }));
    expect(caret()).toEqual({ in: 'Deux.', at: 2 });
  });
  it('is not undone by what others write', () => {
    const other = new Doc();
    applyUpdate(other, encodeStateAsUpdate(doc));
    other.getXmlFragment(DOCUMENT_FRAGMENT).insert(0, [new XmlElement('paragraph')]);
    clickInSecondParagraph();
    tellBefore(doc);
    applyUpdate(doc, encodeStateAsUpdate(other));
    expect(editor.state.doc.childCount).toBe(3);
    expect(caret()).toEqual({ in: 'Deux.', at: 2 });
  });
});
