import { proposalsOf } from '@beffroi/shared/collab/proposals';
import type { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { editorWith, enter, line, title, written } from './document.fixtures.ts';
import { SuggestionMode } from './suggestion-mode.ts';

const onRefused = vi.fn();
let editor: Editor;
afterEach(() => {
  editor.destroy();
  onRefused.mockClear();
});
const suggesting = (...content: Parameters<typeof editorWith>[0]) => {
  editor = editorWith(content, [SuggestionMode.configure({ author: { id: 'a', name: 'DGS, Bruay' }, onRefused })]);
  editor.storage.suggestionMode.isOn = true;
};
const told = () => proposalsOf(editor.state.doc).map(({ deletedText, insertedText }) => [deletedText, insertedText]);
const press = (key: string) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  return editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event)) ?? false;
};
const type = (text: string) => editor.view.dispatch(editor.state.tr.insertText(text));
const caret = () => editor.state.selection.from;

describe('while one suggests', () => {
  it('what is typed is proposed, and the caret stays after it', () => {
    suggesting(line('Les prix'));
    editor.commands.setTextSelection(9);
    type(' ');
    type('fermes');
    expect(told()).toEqual([['', ' fermes']]);
    expect(caret()).toBe(16);
  });
  it('a selection typed over is struck and what replaces it stands after it', () => {
    suggesting(line('chaque trimestre'));
    editor.commands.setTextSelection({ from: 1, to: 7 });
    type('au');
    expect(written(editor)).toEqual(['chaqueau trimestre']);
    expect(told()).toEqual([['chaque', 'au']]);
    expect(caret()).toBe(9);
  });
  it('a letter typed over a selection that ends with it strikes all of it', () => {
    suggesting(line('trente jours'));
    editor.commands.setTextSelection({ from: 8, to: 13 });
    const typed = new InputEvent('beforeinput', { inputType: 'insertText', data: 's', bubbles: true, cancelable: true });
    editor.view.dom.dispatchEvent(Object.assign(typed, { getTargetRanges: () => [] }));
    expect(typed.defaultPrevented).toBe(true);
    expect(told()).toEqual([['jours', 's']]);
  });
  it('the caret passes over what is struck, in the direction of the key', () => {
    suggesting(line('abc'));
    editor.commands.setTextSelection(3);
    editor.view.dispatch(editor.state.tr.delete(2, 3));
    expect(caret()).toBe(2);
    editor.view.dispatch(editor.state.tr.delete(2, 3));
    expect(caret()).toBe(3);
    expect(told()).toEqual([['b', '']]);
  });
  it('Backspace at the beginning of a paragraph proposes to join it, and Delete at the end the same', () => {
    suggesting(title(1, 'Prix'), line('Les prix'), line('sont fermes'));
    enter(editor, 'sont');
    expect(press('Backspace')).toBe(true);
    expect(told()).toEqual([['\n', '']]);
    editor.commands.setTextSelection(5);
    expect(press('Delete')).toBe(true);
    expect(told()).toEqual([
      ['\n', ''],
      ['\n', ''],
    ]);
  });
  it('Enter proposes a paragraph and goes on in it', () => {
    suggesting(line('Les prix sont fermes'));
    editor.commands.setTextSelection(9);
    editor.commands.splitBlock();
    type('x');
    expect(written(editor)).toEqual(['Les prix', 'x sont fermes']);
    expect(told()).toEqual([['', '\nx']]);
  });
  it('what cannot be proposed is said and not done', () => {
    suggesting(line('Les prix'));
    editor.commands.selectAll();
    editor.commands.toggleBold();
    editor.commands.setHeading({ level: 1 });
    expect(onRefused).toHaveBeenCalledTimes(2);
    expect(editor.getHTML()).toBe('<p>Les prix</p>');
  });
  it('composed text is proposed from its first letter', () => {
    suggesting(line('Les prix'));
    editor.commands.setTextSelection(9);
    editor.view.dom.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    const [mark] = editor.state.storedMarks ?? [];
    expect(mark?.type.name).toBe('insertion');
    editor.view.dispatch(editor.state.tr.replaceSelectionWith(editor.schema.text('é', mark ? [mark] : []), false));
    expect(proposalsOf(editor.state.doc)[0]).toMatchObject({ id: mark?.attrs.id, insertedText: 'é' });
  });
  it('what one writes in struck text, out of the mode, is not struck with it', () => {
    suggesting(line('chaque trimestre'));
    editor.view.dispatch(editor.state.tr.delete(1, 7));
    editor.storage.suggestionMode.isOn = false;
    editor.commands.setTextSelection(4);
    type('x');
    expect(told()).toEqual([['chaque', '']]);
    expect(written(editor)).toEqual(['chaxque trimestre']);
  });
  it('and nothing of that once one writes again', () => {
    suggesting(line('Les prix'));
    editor.storage.suggestionMode.isOn = false;
    editor.commands.setTextSelection(9);
    type(' fermes');
    expect(told()).toEqual([]);
  });
});
