import { textOf } from '@beffroi/shared/collab/anchors';
import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { describe, expect, it } from 'vitest';
import { fromDocx } from './from-docx.ts';
import { commentedFile, edge, type InWord, mark, over, run } from './testing/commented-file.ts';
import { sampleDocument } from './testing/sample-document.ts';
import { para, wordFile } from './testing/word-file.ts';
import { toDocx } from './to-docx.ts';

const read = async (bytes: Buffer) => {
  const { content, comments, dropped } = await fromDocx(bytes, { personId: 'person-import' });
  const node = documentSchema.nodeFromJSON(content);
  node.check();
  return { node, dropped, comments: comments.map((comment) => ({ ...comment, about: textOf(node, comment) })) };
};
const about = async (body: string, comments: InWord[]) => (await read(await commentedFile(body, comments))).comments;

const JURIST = { author: 'Juriste', at: '2026-03-12T09:30:00Z' };
const said = (text: string, more: Partial<InWord> = {}): InWord => ({ ...JURIST, lines: [text], ...more });

describe('the comments of a Word file', () => {
  it('come back from our own exports as they were: words, names, days, answers, what is resolved', async () => {
    const sample = sampleDocument();
    const { comments, dropped } = await read(await toDocx(sample));
    const written = sample.comments.map(({ author, at, text, replies, resolved, from, to }) => ({
      author,
      at,
      text,
      replies,
      resolved,
      about: textOf(sample.content, { from, to }),
    }));
    expect(comments.map(({ from, to, ...comment }) => comment)).toEqual(written);
    expect(dropped).toContain('3\u00a0commentaires sont repris, au nom que Word donne à leur auteur.');
  });

  it('are threaded under what begins the discussion, however deep one answered, resolved as it is', async () => {
    const body = `<w:p>${over(0, run('trente jours'))}${mark(1)}${mark(2)}${over(3, run(' au plus'))}</w:p>`;
    const comments = await about(body, [
      said('Trop long ?', { paragraph: 'A', done: true }),
      said('Non.', { author: 'Acheteur', paragraph: 'B', parent: 'A' }),
      said('Si.', { paragraph: 'C', parent: 'B' }),
      said('À part.', { paragraph: 'D' }),
    ]);
    expect(comments).toMatchObject([
      { about: 'trente jours', text: 'Trop long ?', resolved: true, replies: [{ author: 'Acheteur', text: 'Non.' }, { text: 'Si.' }] },
      { about: ' au plus', text: 'À part.', resolved: false, replies: [] },
    ]);
  });

  it('say what they say in several paragraphs, and nothing of their markup', async () => {
    const [comment] = await about(`<w:p>${over(0, run('x'))}</w:p>`, [{ ...JURIST, lines: ['R&amp;D &lt;b&gt;', '', 'fin'] }]);
    expect(comment).toMatchObject({ author: 'Juriste', at: '2026-03-12T09:30:00.000Z', text: 'R&D <b>\nfin' });
  });

  it('stand on their words through lists, tables, trimmed spaces and numbers taken off titles', async () => {
    const cell = (inside: string) => `<w:tc>${inside}</w:tc>`;
    const body = [
      `<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr>${run('Article 3 – ')}${over(0, run('Durée'))}</w:p>`,
      `<w:p>${run('  début ')}${over(1, run('ici') + run(' même', '<w:b/>'))}${run(' fin ')}</w:p>`,
      `<w:tbl><w:tr>${cell(para('a'))}${cell(`<w:p>${over(2, run('b'))}</w:p>`)}</w:tr></w:tbl>`,
      `<w:p>${edge('Start', 3)}${run('un')}</w:p><w:p>${run('deux')}${edge('End', 3)}${run(' trois')}</w:p>`,
    ].join('');
    expect((await about(body, [said('0'), said('1'), said('2'), said('3')])).map((comment) => comment.about)).toEqual([
      'Durée',
      'ici même',
      'b',
      'un\ndeux',
    ]);
  });

  it('stand on rows of a table and on paragraphs where Word puts their ends between these', async () => {
    const row = (words: string) => `<w:tr><w:tc>${para(words)}</w:tc></w:tr>`;
    const body = `${edge('Start', 0)}${para('avant')}<w:tbl>${row('a')}${edge('End', 0)}${row('b')}</w:tbl>${para('après')}`;
    expect((await about(body, [said('x')])).map((comment) => comment.about)).toEqual(['avant\na']);
  });

  it('go to the nearest word where their own place holds none', async () => {
    const title = `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${over(0, run('CCAP'))}</w:p>`;
    const body = `${title}<w:p>${run('Le délai court')}${mark(1)}${run('.')}</w:p><w:p/>${para('Le reste')}<w:p>${over(2, '')}</w:p>`;
    expect((await about(body, [said('titre'), said('point'), said('à la fin')])).map((comment) => comment.about)).toEqual([
      'Le',
      'court',
      'reste',
    ]);
  });

  it('are told when they are about no text of the document, and what of them is lost', async () => {
    const picture = said('', { more: '<w:p><w:r><w:drawing/></w:r></w:p>' });
    const long = said('a'.repeat(4_001));
    const file = await commentedFile(`<w:p>${over(0, run('x'))}${over(1, run('y'))}</w:p>`, [picture, long, said('de l’en-tête')]);
    const { comments, dropped } = await read(file);
    expect(comments.map(({ text }) => text)).toEqual(['(commentaire sans texte)', `${'a'.repeat(3_999)}…`]);
    expect(dropped).toEqual([
      '2\u00a0commentaires sont repris, au nom que Word donne à leur auteur.',
      '1\u00a0commentaire n’est pas repris\u00a0: il ne porte sur aucun passage du texte.',
      '1\u00a0commentaire est coupé à 4\u202f000\u00a0caractères.',
      '1\u00a0image n’est pas reprise dans les commentaires, qui n’en ont pas.',
    ]);
  });

  it('have neither name nor day where the file gives none that can be', async () => {
    const names: [string, string][] = [
      ['', '0001-01-01T00:00:00Z'],
      ['a\u202eb', '2999-01-01T00:00:00Z'],
      ['\u200b', 'hier'],
    ];
    const comments = await about(
      `<w:p>${names.map((_, id) => over(id, run('x'))).join('')}</w:p>`,
      names.map(([author, at]) => said('x', { author, at })),
    );
    expect(comments.map(({ author, at }) => [author, at])).toEqual(names.map(() => ['Auteur inconnu', null]));
  });
});

describe('a hostile file', () => {
  it('whose answers go round in circles, or answer themselves, begins a discussion with each', async () => {
    const body = `<w:p>${[0, 1, 2].map((id) => over(id, run(`mot${id} `))).join('')}</w:p>`;
    const comments = await about(body, [
      said('a', { paragraph: 'A', parent: 'B' }),
      said('b', { paragraph: 'B', parent: 'A' }),
      said('c', { paragraph: 'C', parent: 'C' }),
    ]);
    expect(comments.map(({ text, replies }) => [text, replies.length])).toEqual([
      ['a', 0],
      ['b', 0],
      ['c', 0],
    ]);
  });

  it('whose comments begin and never end, end before they begin, or are unknown', async () => {
    const body = `<w:p>${edge('End', 0)}${edge('Start', 0)}${run('un ')}</w:p><w:p>${edge('Start', 1)}${run('deux')}${mark(1)}${run(' trois')}</w:p><w:p>${over(9, run('quatre'))}</w:p>`;
    expect((await about(body, [said('a'), said('b')])).map((comment) => comment.about)).toEqual(['un', 'deux']);
    const endless = `<w:p>${edge('Start', 0)}${run('un')}</w:p>${para('deux')}${para('trois')}`;
    expect(await about(endless, [said('a')])).toEqual([]);
  });

  it('with thousands of comments, all over the same text, keeps as many as a document may have', async () => {
    const ids = Array.from({ length: 3_000 }, (_, id) => id);
    const starts = ids.map((id) => edge('Start', id)).join('');
    const ends = ids.map((id) => edge('End', id)).join('');
    const words = Array.from({ length: 500 }, (_, rank) => para(`mot ${rank}`)).join('');
    const { comments, dropped } = await read(
      await commentedFile(
        `<w:p>${starts}${run('début')}</w:p>${words}<w:p>${run('fin')}${ends}</w:p>`,
        ids.map(() => said('x')),
      ),
    );
    expect(comments).toHaveLength(1_000);
    expect(comments.every(({ from, to }) => from === 1 && to === comments[0]?.to)).toBe(true);
    expect(dropped).toContain(
      '2\u202f000\u00a0commentaires ne sont pas repris\u00a0: un document en porte 1\u202f000 au plus, avec 100\u00a0réponses à chacun.',
    );
  });

  it('with more answers than a comment may have keeps the first', async () => {
    const answers = Array.from({ length: 150 }, (_, rank) => said(`${rank}`, { paragraph: `R${rank}`, parent: 'A' }));
    const [comment] = await about(`<w:p>${over(0, run('x'))}</w:p>`, [said('a', { paragraph: 'A' }), ...answers]);
    expect(comment?.replies.map(({ text }) => text)).toEqual(answers.slice(0, 100).map(({ lines }) => lines[0]));
  });

  it('whose comments are cut short is read, with those that are whole enough', async () => {
    const body = `<w:p>${over(0, run('texte'))}</w:p>`;
    const comments = '<w:comments><w:comment w:id="0" w:author="Juriste"><w:p><w:r><w:t>Dit</w:t></w:r></w:p></w:comm';
    const { node, comments: found } = await read(await wordFile(body, { 'word/comments.xml': comments }));
    expect([node.textContent, found.map(({ text }) => text)]).toEqual(['texte', ['Dit']]);
  });

  it('whose comments inflate without measure keeps its text, and says that they are not', async () => {
    const file = await commentedFile(`<w:p>${over(0, run('texte'))}</w:p>`, [said('a'.repeat(17 * 1024 * 1024))]);
    const { node, comments, dropped } = await read(file);
    expect([node.textContent, comments, dropped]).toEqual(['texte', [], ['Les commentaires, trop volumineux, ne sont pas repris.']]);
  });
});
