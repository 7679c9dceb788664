import { describe, expect, it } from 'vitest';
import { editorWith, enter, line, title, written } from './document.fixtures.ts';
import { runMove } from './move-block.ts';

const articles = () =>
  editorWith(
    [
      title(1, 'A'),
      line('a'),
      title(2, 'A1'),
      line('a1'),
      title(2, 'A2'),
      line('a2'),
      title(1, 'B'),
      line('b'),
      title(2, 'B1'),
      line('b1'),
    ],
    [],
  );
const item = (text: string) => ({ type: 'listItem', content: [line(text)] });

describe('moving', () => {
  it('moves a paragraph past its neighbour, and the caret with it', () => {
    const editor = editorWith([line('un'), line('deux'), line('trois')], []);
    enter(editor, 'deux');
    expect(runMove(editor, 'up')).toBe(true);
    expect(written(editor)).toEqual(['deux', 'un', 'trois']);
    expect(editor.state.selection.$from.parent.textContent).toBe('deux');
    runMove(editor, 'down');
    runMove(editor, 'down');
    expect(written(editor)).toEqual(['un', 'trois', 'deux']);
    expect(runMove(editor, 'down')).toBe(false);
  });
  it('moves an article with its parts past the whole article below', () => {
    const editor = articles();
    enter(editor, 'A');
    runMove(editor, 'down');
    expect(written(editor)).toEqual(['B', 'b', 'B1', 'b1', 'A', 'a', 'A1', 'a1', 'A2', 'a2']);
    runMove(editor, 'up');
    expect(written(editor)).toEqual(['A', 'a', 'A1', 'a1', 'A2', 'a2', 'B', 'b', 'B1', 'b1']);
  });
  it('makes the last part of an article the first of the next, and back', () => {
    const editor = articles();
    enter(editor, 'A2');
    runMove(editor, 'down');
    expect(written(editor)).toEqual(['A', 'a', 'A1', 'a1', 'B', 'b', 'A2', 'a2', 'B1', 'b1']);
    runMove(editor, 'up');
    expect(written(editor)).toEqual(['A', 'a', 'A1', 'a1', 'A2', 'a2', 'B', 'b', 'B1', 'b1']);
  });
  it('moves an item within its list, then the list', () => {
    const editor = editorWith([line('avant'), { type: 'bulletList', content: [item('un'), item('deux')] }], []);
    enter(editor, 'deux');
    runMove(editor, 'up');
    expect(written(editor)).toEqual(['avant', 'deuxun']);
    runMove(editor, 'up');
    expect(written(editor)).toEqual(['deuxun', 'avant']);
    expect(editor.state.selection.$from.parent.textContent).toBe('deux');
  });
});
