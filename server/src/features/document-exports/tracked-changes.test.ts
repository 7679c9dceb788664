import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { describe, expect, it } from 'vitest';
import { fromDocx } from './from-docx.ts';
import { run } from './testing/commented-file.ts';
import { para, wordFile } from './testing/word-file.ts';

const read = async (body: string) => {
  const { content, dropped } = await fromDocx(await wordFile(body), { personId: 'person-import' });
  return { node: documentSchema.nodeFromJSON(content), dropped };
};

describe('tracked changes', () => {
  it('that move a text are one proposal: it goes from here, it comes there', async () => {
    const by = 'w:author="Juriste" w:date="2026-03-12T09:30:00Z"';
    const body = `<w:p>${run('Un ')}<w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom w:id="2" ${by}>${run('deux ')}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>${run('trois ')}<w:moveToRangeStart w:id="3" w:name="m"/><w:moveTo w:id="4" ${by}>${run('deux')}</w:moveTo><w:moveToRangeEnd w:id="3"/></w:p>`;
    const { node, dropped } = await read(body);
    const proposed = node.firstChild?.children.map(({ text, marks }) => [text, marks[0]?.type.name, marks[0]?.attrs.authorName]);
    expect(proposed).toEqual([
      ['Un ', undefined, undefined],
      ['deux ', 'deletion', 'Juriste (Word)'],
      ['trois ', undefined, undefined],
      ['deux', 'insertion', 'Juriste (Word)'],
    ]);
    const ids = node.firstChild?.children.flatMap(({ marks }) => marks.map(({ attrs }) => attrs.id));
    expect(new Set(ids).size).toBe(1);
    expect(dropped).toEqual(['1\u00a0modification suivie est reprise comme propositions à décider.']);
  });

  it('of looks and of rows are taken as decided, and it is said', async () => {
    const row = (words: string, change: string) => `<w:tr><w:trPr>${change}</w:trPr><w:tc>${para(words)}</w:tc></w:tr>`;
    const looks = '<w:b/><w:rPrChange w:id="1" w:author="Juriste"><w:rPr/></w:rPrChange>';
    const body = `${para('gras', '', looks)}<w:tbl>${row('a', '')}${row('b', '<w:ins w:id="2" w:author="x"/>')}${row('c', '<w:del w:id="3" w:author="x"/>')}</w:tbl>`;
    const { node, dropped } = await read(body);
    expect(node.textBetween(0, node.content.size, ' ')).toBe('gras a b');
    expect(dropped).toEqual([
      '1\u00a0changement de mise en forme suivi est repris comme décidé.',
      '2\u00a0lignes de tableau ajoutées ou supprimées en suivi le sont comme décidé.',
    ]);
  });
});
