import { describe, expect, it } from 'vitest';
import { fromDocx } from './from-docx.ts';
import { para, wordFile } from './testing/word-file.ts';

const read = async (body: string, parts?: Record<string, string>) => fromDocx(await wordFile(body, parts), { personId: 'person-import' });

describe('a Word file from elsewhere', () => {
  it('has its typed numbers taken off its headings', async () => {
    const titles = [
      'Article 3 – Durée du marché',
      'ARTICLE 4 : PRIX',
      '5.1. Acomptes',
      'IV - Pénalités',
      'Préambule',
      '2026 : une année de transition',
    ];
    const { content, dropped } = await read(titles.map((title) => para(title, 'Titre1')).join(''));
    expect(content.content?.map(({ content: inside, attrs }) => [inside?.[0]?.text, attrs?.numbered])).toEqual([
      ['Durée du marché', true],
      ['PRIX', true],
      ['Acomptes', true],
      ['Pénalités', true],
      ['Préambule', false],
      ['2026 : une année de transition', false],
    ]);
    expect(dropped).toContain('4\u00a0numéros tapés sont ôtés des titres\u00a0: ils se comptent tout seuls.');
  });
  it('has its articles recognized where they are only bold', async () => {
    const { content, dropped } = await read(
      para('Article 1 - Objet', '', '<w:b/>') +
        para('Article 1 : voir plus loin ce qui est dit.') +
        para('Article 1.1 – Lots', '', '<w:b/>'),
    );
    expect(content.content?.map(({ type, attrs }) => [type, attrs?.level])).toEqual([
      ['heading', 1],
      ['paragraph', undefined],
      ['heading', 2],
    ]);
    expect(dropped).toContain('2\u00a0paragraphes en gras sont devenus des titres d’après son numéro d’article.');
  });
  it('has what is lost said, with counts', async () => {
    const body =
      para('Profond', 'Titre5') +
      '<w:p/><w:p/>' +
      para('Surligné', '', '<w:highlight w:val="yellow"/>') +
      '<w:p><w:hyperlink r:id="bad"><w:r><w:t>lien</w:t></w:r></w:hyperlink><m:oMath></m:oMath></w:p>';
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="bad" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="javascript:alert(1)" TargetMode="External"/></Relationships>`;
    const { content, dropped } = await read(body, {
      'word/_rels/document.xml.rels': rels,
      'word/header1.xml': '<w:hdr><w:t>Ville</w:t></w:hdr>',
    });
    expect(JSON.stringify(content)).not.toContain('javascript');
    expect(dropped).toEqual([
      'L’en-tête et le pied de page ne sont pas repris.',
      '1\u00a0lien est gardé comme simple texte\u00a0: l’adresse n’est pas acceptée.',
      '1\u00a0formule mathématique n’est pas reprise.',
      '1\u00a0surlignage n’est pas repris\u00a0; le texte est gardé.',
      '1\u00a0titre passe au troisième niveau, le dernier.',
      '2\u00a0lignes vides sont ôtées.',
    ]);
  });
  it('is read without any of its images being fetched from elsewhere', async () => {
    const pic = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
    const drawing = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="x"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="${pic}"><pic:pic xmlns:pic="${pic}"><pic:blipFill><a:blip r:link="out"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const rels = (target: string) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="out" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}" TargetMode="External"/></Relationships>`;
    for (const target of ['file:///etc/passwd', 'http://127.0.0.1:9/x.png', '/etc/passwd']) {
      const { images, dropped } = await read(para('texte') + drawing, { 'word/_rels/document.xml.rels': rels(target) });
      expect(images).toEqual([]);
      expect(dropped).toContain('1\u00a0image n’est pas dans le fichier et n’a pas été cherchée ailleurs.');
    }
  });
  it('is made regular where its rows are of unequal length', async () => {
    const tc = '<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>';
    const { content } = await read(`<w:tbl><w:tr>${tc}${tc}${tc}</w:tr><w:tr>${tc}</w:tr></w:tbl>`);
    expect(content.content?.[0]?.content?.map((row) => row.content?.length)).toEqual([3, 3]);
  });
});
