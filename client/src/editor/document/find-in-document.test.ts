import { describe, expect, it } from 'vitest';
import { editorWith, line, title, written } from './document.fixtures.ts';
import { FindInDocument, findingOf, replaceAll, replaceOne, search, step } from './find-in-document.ts';

const delays = () =>
  editorWith(
    [title(1, 'Délai de paiement'), line('Le DELAI global est de trente jours ; le délai court à la réception.'), line('Main-d’œuvre.')],
    [FindInDocument],
  );
const marked = (editor: ReturnType<typeof delays>) => [...editor.view.dom.querySelectorAll('.found')].map(({ textContent }) => textContent);

describe('finding', () => {
  it('folds case and accents, unless asked not to', () => {
    const editor = delays();
    search(editor, { text: 'delai', exact: false });
    expect(marked(editor)).toEqual(['Délai', 'DELAI', 'délai']);
    search(editor, { text: 'délai', exact: true });
    expect(marked(editor)).toEqual(['délai']);
    search(editor, { text: "d'oeuvre", exact: false });
    expect(marked(editor)).toEqual(['d’œuvre']);
    search(editor, null);
    expect(marked(editor)).toEqual([]);
  });
  it('goes around, and says where one stands', () => {
    const editor = delays();
    search(editor, { text: 'delai', exact: false });
    expect(findingOf(editor.state)).toEqual({ count: 3, current: 1 });
    step(editor, -1);
    expect(findingOf(editor.state).current).toBe(3);
    step(editor, 1);
    expect(findingOf(editor.state).current).toBe(1);
    expect(editor.view.dom.querySelector('.found-current')?.textContent).toBe('Délai');
  });
  it('replaces one, then all, keeping what is around', () => {
    const editor = delays();
    search(editor, { text: 'delai', exact: false });
    step(editor, 1);
    replaceOne(editor, 'terme');
    expect(written(editor)[1]).toBe('Le terme global est de trente jours ; le délai court à la réception.');
    expect(findingOf(editor.state)).toEqual({ count: 2, current: 2 });
    expect(replaceAll(editor, 'échéance')).toBe(2);
    expect(written(editor).slice(0, 2)).toEqual([
      'échéance de paiement',
      'Le terme global est de trente jours ; le échéance court à la réception.',
    ]);
    expect(findingOf(editor.state).count).toBe(0);
  });
  it('follows what is written meanwhile', () => {
    const editor = delays();
    search(editor, { text: 'delai', exact: false });
    editor.commands.insertContentAt(1, 'Le délai : ');
    expect(findingOf(editor.state).count).toBe(4);
  });
});
