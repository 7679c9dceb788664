import { describe, expect, it } from 'vitest';
import { editorWith, enter, line, title } from './document.fixtures.ts';
import { HeadingIds } from './heading-ids.ts';

const ids = (editor: ReturnType<typeof editorWith>) => {
  const found: (string | null)[] = [];
  editor.state.doc.forEach((node) => {
    if (node.type.name === 'heading') found.push(node.attrs.id);
  });
  return found;
};

describe('the names of headings', () => {
  it('are given once something is written here, and stay', () => {
    const editor = editorWith([title(1, 'Objet'), line('texte')], [HeadingIds]);
    expect(ids(editor)).toEqual([null]);
    enter(editor, 'texte');
    editor.commands.insertContent('Du ');
    const [id] = ids(editor);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    editor.commands.insertContent('nouveau ');
    expect(ids(editor)).toEqual([id]);
  });
  it('are not shared by the two halves of a title', () => {
    const editor = editorWith([title(1, 'Objet et forme', { id: 'objet' })], [HeadingIds]);
    editor.commands.setTextSelection(6);
    editor.view.dispatch(editor.state.tr.split(6));
    const [first, second] = ids(editor);
    expect(first).toBe('objet');
    expect(second).not.toBe('objet');
    expect(second).toBeTruthy();
  });
  it('stay with the title when an empty one is left above it', () => {
    const editor = editorWith([title(1, 'Objet', { id: 'objet' })], [HeadingIds]);
    editor.view.dispatch(editor.state.tr.split(1));
    const [first, second] = ids(editor);
    expect(second).toBe('objet');
    expect(first).not.toBe('objet');
  });
  it('are another’s for a copy, and the same for what was cut', () => {
    const editor = editorWith([title(1, 'Objet', { id: 'objet' }), line('')], [HeadingIds]);
    editor.commands.setTextSelection(editor.state.doc.content.size - 1);
    editor.view.pasteHTML('<h1 data-id="objet">Objet</h1><p>suite</p>');
    expect(new Set(ids(editor)).size).toBe(2);
    expect(ids(editor)[0]).toBe('objet');
    const cut = editorWith([title(1, 'Prix', { id: 'prix' }), line('')], [HeadingIds]);
    cut.commands.setTextSelection(cut.state.doc.content.size - 1);
    cut.view.pasteHTML('<h1 data-id="objet">Objet</h1><p>suite</p>');
    expect(ids(cut)).toEqual(['prix', 'objet']);
  });
});
