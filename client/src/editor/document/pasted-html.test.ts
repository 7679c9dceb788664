import type { Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { editorWith, line } from './document.fixtures.ts';
import { cleanPastedHtml } from './pasted-html.ts';
import { GOOGLE_DOCS, LIBRE_OFFICE, WORD } from './pasted-word.fixtures.ts';

/** Pastes into an empty document as a person does, and outlines what stands there then. */
const pasted = (html: string): string[] => {
  const editor = editorWith([line('')], []);
  editor.setOptions({ editorProps: { transformPastedHTML: cleanPastedHtml } });
  editor.view.pasteHTML(html);
  const lines: string[] = [];
  const outline = (node: Node, depth: number): void => {
    const { level, numbered, start, colspan, align } = node.attrs;
    const facts = [
      level,
      numbered === false && 'sans numéro',
      start > 1 && `à partir de ${start}`,
      colspan > 1 && `sur ${colspan}`,
      align,
    ].filter(Boolean);
    const said = `${node.type.name}${facts.length ? ` (${facts.join(', ')})` : ''}`;
    lines.push('  '.repeat(depth) + said + (node.isTextblock ? ` ${node.textContent.trim()}` : ''));
    if (!node.isTextblock) node.forEach((child) => void outline(child, depth + 1));
  };
  editor.state.doc.forEach((node) => void outline(node, 0));
  return lines;
};

describe('what is pasted', () => {
  it('from Word: titles without their typed numbers, true lists, tables, no mark of Office', () => {
    expect(pasted(WORD)).toEqual([
      'heading (1, sans numéro) Cahier des clauses administratives',
      'heading (1) Durée du marché',
      'paragraph (justify) Le marché est conclu pour un an.',
      'heading (2) Reconduction',
      'bulletList',
      '  listItem',
      '    paragraph fournitures',
      '    bulletList',
      '      listItem',
      '        paragraph de bureau',
      '  listItem',
      '    paragraph services',
      'paragraph Pièces, par ordre de priorité :',
      'orderedList (à partir de 2)',
      '  listItem',
      '    paragraph l’acte d’engagement',
      '  listItem',
      '    paragraph le présent cahier',
      'table',
      '  tableRow',
      '    tableCell (sur 2)',
      '      paragraph Lots',
      '  tableRow',
      '    tableCell',
      '      paragraph 1',
      '    tableCell',
      '      paragraph ',
      'heading (1) PRIX',
      'paragraph Article 5 du code de la commande publique : voir plus haut.',
    ]);
    expect(cleanPastedHtml(WORD)).not.toMatch(/o:p|<xml|\[if|MsoToc/);
  });
  it('from LibreOffice', () => {
    expect(pasted(LIBRE_OFFICE)).toEqual([
      'heading (1) Pénalités',
      'paragraph (justify) Cent euros par jour.',
      'orderedList',
      '  listItem',
      '    paragraph premier',
    ]);
  });
  it('from Google Docs, bold only where it is bold', () => {
    expect(pasted(GOOGLE_DOCS)).toEqual(['heading (2) Sous-traitance', 'paragraph Le titulaire peut sous-traiter.']);
    expect(cleanPastedHtml(GOOGLE_DOCS)).not.toContain('docs-internal');
  });
  it('from elsewhere is left as it is', () => {
    expect(cleanPastedHtml('<p>Article 3 – texte</p>')).toBe('<p>Article 3 – texte</p>');
  });
});
