import { proposeBlocks } from '@beffroi/shared/collab/propose-blocks';
import type { Node } from '@tiptap/pm/model';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleDocument } from './testing/sample-document.ts';
import { bullets, cell, deleted, doc, inserted, numbers, p, paragraph, proposal, table, text } from './testing/written-document.ts';
import { toDocx } from './to-docx.ts';

const open = async (docx: Buffer) => {
  const zip = await JSZip.loadAsync(docx);
  return (path: string): Promise<string> => zip.file(path)?.async('string') ?? Promise.resolve('');
};
/** The paragraph that holds these words, as XML. */
const paragraphWith = (xml: string, words: string): string =>
  xml.match(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/gs)?.find((each) => each.replace(/<[^>]+>/g, '').includes(words)) ?? '';

describe('a document as a Word file', () => {
  let part: (path: string) => Promise<string>;
  let body: string;
  beforeAll(async () => {
    part = await open(await toDocx(sampleDocument()));
    body = await part('word/document.xml');
  });

  it('has headings in Word’s styles, numbered by one multilevel list bound to them', async () => {
    const numbering = await part('word/numbering.xml');
    for (const level of [1, 2, 3]) expect(numbering).toMatch(new RegExp(`<w:numFmt [^>]*/><w:pStyle w:val="Heading${level}"/>`));
    expect(numbering).toContain('w:val="Article %1 –"');
    expect(numbering).toContain('w:val="%1.%2"');
    expect(await part('word/styles.xml')).toMatch(/w:styleId="Heading1"><w:name w:val="heading 1"\/>.*?<w:numId w:val="\d+"\/>/s);
    const heading = body.match(/<w:p><w:pPr><w:pStyle w:val="Heading1"\/>(?:(?!<\/w:p>).)*Objet du marché/s)?.[0];
    expect(heading).not.toContain('Article');
    expect(heading).toMatch(/<w:ilvl w:val="0"\/><w:numId w:val="[1-9]/);
  });
  it('leaves a heading without number out of the count', () => {
    expect(body).toMatch(/<w:pStyle w:val="Heading1"\/>(?:(?!<\/w:p>).)*<w:numId w:val="0"\/>(?:(?!<\/w:p>).)*Préambule/s);
  });
  it('has a table of contents with its lines, that leads to the headings', () => {
    expect(body).toMatch(/TOC \\o &quot;1-3&quot; \\h/);
    expect(body).not.toMatch(/w:dirty/);
    const anchor = body.match(/<w:hyperlink w:anchor="(_Toc\d+)"[^>]*><w:r><w:t[^>]*>Article 1\u00a0– Objet du marché/)?.[1];
    expect(anchor).toBeDefined();
    expect(body.includes(`w:name="${anchor}"`)).toBe(true);
    const ids = [...body.matchAll(/<w:bookmarkStart [^>]*w:id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it('tracks proposals as Word does, with who and when', () => {
    const term = paragraphWith(body, 'Le marché est conclu');
    expect(term).toMatch(
      /<w:del [^>]*w:author="Acheteur, Valenciennes" w:date="2026-11-20T09:30:00Z">.*?<w:delText[^>]*>douze mois<\/w:delText>/s,
    );
    expect(term).toMatch(/<w:ins [^>]*w:author="Acheteur, Valenciennes"[^>]*>.*?<w:t[^>]*>vingt-quatre mois<\/w:t>/s);
  });
  it('keeps a proposed cut on the mark of the paragraph before it', () => {
    expect(paragraphWith(body, 'P = P0')).toMatch(/<w:pPr>.*?<w:rPr><w:ins [^>]*w:author="Juriste, Anzin"/s);
    expect(paragraphWith(body, 'Les prix sont révisés')).not.toContain('<w:ins');
  });
  it('has comments over the words they are about, with replies and what was resolved', async () => {
    const comments = await part('word/comments.xml');
    expect(comments.match(/w:author="[^"]+"/g)).toEqual([
      'w:author="Juriste, Anzin"',
      'w:author="Pilote, Marchés publics"',
      'w:author="Acheteur, Valenciennes"',
    ]);
    const about = paragraphWith(body, 'Il est reconductible');
    expect(about.match(/<w:commentRangeStart w:id="0"\/>.*?<w:t[^>]*>([^<]*)<.*?<w:commentRangeEnd w:id="0"\/>/s)?.[1]).toBe(
      'reconductible tacitement',
    );
    const threads = await part('word/commentsExtended.xml');
    expect(threads).toMatch(/w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/);
    expect(threads).toMatch(/w15:paraId="00000003" w15:done="1"/);
  });
  it('keeps merged cells, the width of columns, and header rows that come again', () => {
    const lots = body.match(/<w:tbl>.*?<\/w:tbl>/s)?.[0] ?? '';
    expect(lots).toContain('<w:gridSpan w:val="2"/>');
    expect(lots).toContain('<w:vMerge w:val="restart"/>');
    expect(lots.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    const columns = [...lots.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(columns).toHaveLength(4);
    expect(columns[1]).toBeGreaterThan(4 * (columns[0] as number));
  });
  it('counts each list from its own start', async () => {
    const numbering = await part('word/numbering.xml');
    const listOf = (words: string) => paragraphWith(body, words).match(/<w:numId w:val="(\d+)"/)?.[1];
    const lists = ['une première fois', 'cinquième point', 'l’acte d’engagement'].map(listOf);
    expect(new Set(lists).size).toBe(3);
    expect(numbering).toMatch(new RegExp(`<w:num w:numId="${lists[1]}">.*?<w:startOverride w:val="5"/>`, 's'));
    expect(paragraphWith(body, 'le maximum n’est pas atteint')).toContain('<w:ilvl w:val="1"/>');
  });
  it('has links, images, its title, its language and where it stands', async () => {
    expect(await part('word/_rels/document.xml.rels')).toContain('https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000037730847');
    expect(body).toMatch(/<wp:extent cx="4572000" cy="2286000"\/>/);
    expect(body).toContain('descr="Plan des points de livraison"');
    expect(await part('docProps/core.xml')).toContain('<dc:title>Fourniture de papier</dc:title>');
    expect(await part('word/styles.xml')).toContain('<w:lang w:val="fr-FR"');
    expect(await part('word/footer1.xml')).toContain('Brouillon, 28 novembre 2026');
    expect(await part('word/header1.xml')).toContain('string="BROUILLON"');
  });
});

describe('what a Word file must not trip on', () => {
  it('has no watermark once it is no draft', async () => {
    const part = await open(await toDocx(sampleDocument({ draft: false, stateLabel: 'Validé v2' })));
    expect(await part('word/header1.xml')).not.toContain('BROUILLON');
    expect(await part('word/footer1.xml')).toContain('Validé v2');
  });
  it('leaves out what XML cannot write', async () => {
    const content = doc(p('avant\u0000\u000bapr\ud800ès'));
    const part = await open(await toDocx(sampleDocument({ content, comments: [], title: 'a\u0001b & <c>' })));
    expect(await part('word/document.xml')).toContain('avantaprès');
    expect(await part('word/header1.xml')).toContain('ab &amp; &lt;c&gt;');
  });
  it('tracks a list that is proposed, item by item', async () => {
    const proposing = { authorId: '1', authorName: 'Acheteur', at: '2026-11-20T09:30:00.000Z', newId: () => 'clause' };
    const content = doc(p('Les prix sont fermes.'), p('Fin.'));
    const [list] = doc(numbers(1, 'Constater', [p(text('Mettre en demeure', 'bold')), bullets('par écrit')])).children;
    const { transform } = proposeBlocks(content, content.child(0).nodeSize, [list as Node], proposing);
    const body = await (await open(await toDocx({ ...sampleDocument(), content: transform?.doc as Node, comments: [] })))(
      'word/document.xml',
    );
    for (const words of ['Constater', 'Mettre en demeure', 'par écrit'])
      expect(paragraphWith(body, words)).toMatch(/<w:numPr>.*<w:ins [^>]*w:author="Acheteur"[^>]*><w:r>.*?<w:t[^>]*>/s);
    // Three boundaries, each on the mark of the paragraph before it.
    for (const words of ['Les prix', 'Constater', 'Mettre en demeure'])
      expect(paragraphWith(body, words)).toMatch(/<w:pPr>.*?<w:rPr><w:ins [^>]*w:author="Acheteur"/s);
    expect(paragraphWith(body, 'Fin.')).not.toContain('<w:ins');
  });
  it('parts a list from what follows as paragraphs are, and its items less', async () => {
    const content = doc(numbers(1, 'un', [p('deux'), bullets('trois', 'quatre')]), p('Suite.'));
    const body = await (await open(await toDocx({ ...sampleDocument(), content, comments: [] })))('word/document.xml');
    const parted = ['un', 'deux', 'trois', 'quatre', 'Suite.'].map((words) => /<w:spacing [^>]*\/>/.exec(paragraphWith(body, words))?.[0]);
    expect(parted).toEqual([undefined, undefined, undefined, '<w:spacing w:after="120"/>', undefined]);
  });
  it('deletes within an insertion what one proposed and another refused', async () => {
    const content = doc(p(text('contesté', inserted('1', 'Acheteur'), deleted('2', 'Juriste'))));
    const part = await open(await toDocx(sampleDocument({ content, comments: [] })));
    expect(await part('word/document.xml')).toMatch(
      /<w:ins [^>]*w:author="Acheteur"[^>]*><w:del [^>]*w:author="Juriste"[^>]*>.*?contesté/s,
    );
  });
  it('keeps apart two tables that touch, and ends each cell on a paragraph', async () => {
    const inner = { type: 'tableCell', content: [table([cell('dedans')])] };
    const content = doc(table([cell('un')]), table([inner]), paragraph({ deletedBreak: proposal('1', 'Juriste') }, 'fin'));
    const part = await open(await toDocx(sampleDocument({ content, comments: [] })));
    const body = await part('word/document.xml');
    expect(body).not.toContain('</w:tbl><w:tbl>');
    expect(body).not.toContain('</w:tbl></w:tc>');
  });
  it('places comments whose text is gone on the text that follows', async () => {
    const comment = { id: 'c', author: 'Juriste', at: '2026-11-20T09:30:00.000Z', text: 'Ici', replies: [], resolved: false };
    const content = doc(table([cell('un')]), p('fin'));
    const part = await open(
      await toDocx(
        sampleDocument({
          content,
          comments: [
            { ...comment, from: 0, to: 0 },
            { ...comment, from: 9_999, to: 99_999 },
          ],
        }),
      ),
    );
    expect((await part('word/document.xml')).match(/<w:commentReference w:id="\d"\/>/g)).toHaveLength(2);
  });
});
