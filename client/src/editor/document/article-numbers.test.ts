import { TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { ArticleNumbers, headingNodes } from './article-numbers.ts';
import { editorWith, enter, line, title } from './document.fixtures.ts';
import { runMove } from './move-block.ts';

const contract = () =>
  editorWith(
    [
      title(1, 'Préambule', { numbered: false }),
      title(1, 'Objet', { id: 'objet' }),
      line('Le marché porte sur des denrées.'),
      title(1, 'Prix', { id: 'prix' }),
      title(2, 'Contenu des prix'),
      line('Les prix comprennent tout.'),
      title(2, 'Révision'),
      line('Chaque année.'),
    ],
    [ArticleNumbers],
  );

const shown = (editor: ReturnType<typeof contract>) =>
  [...editor.view.dom.querySelectorAll('h1, h2, h3')].map((heading) => [heading.getAttribute('data-number'), heading.textContent]);

describe('the numbers of articles', () => {
  it('stand beside the titles and are no part of them', () => {
    const editor = contract();
    expect(shown(editor)).toEqual([
      [null, 'Préambule'],
      ['Article 1', 'Objet'],
      ['Article 2', 'Prix'],
      ['2.1', 'Contenu des prix'],
      ['2.2', 'Révision'],
    ]);
    expect(editor.view.dom.querySelector('#article-prix')?.textContent).toBe('Prix');
    expect(editor.getText()).not.toContain('Article 1');
  });
  it('follow what moves', () => {
    const editor = contract();
    enter(editor, 'Prix');
    runMove(editor, 'up');
    expect(shown(editor).slice(1)).toEqual([
      ['Article 1', 'Prix'],
      ['1.1', 'Contenu des prix'],
      ['1.2', 'Révision'],
      ['Article 2', 'Objet'],
    ]);
  });
  it('are not computed again for what is written between titles', () => {
    const editor = contract();
    const before = headingNodes(editor.state);
    enter(editor, 'Les prix');
    editor.view.dispatch(editor.state.tr.insertText('Tous '));
    expect(headingNodes(editor.state)).toBe(before);
    expect(shown(editor)[3]).toEqual(['2.1', 'Contenu des prix']);
  });
  it('come back after the whole document was replaced, as a change of others does', () => {
    const editor = contract();
    const { doc, tr } = editor.state;
    editor.view.dispatch(tr.replaceWith(0, doc.content.size, doc.content).setSelection(TextSelection.atStart(tr.doc)));
    expect(shown(editor)[4]).toEqual(['2.2', 'Révision']);
  });
});
