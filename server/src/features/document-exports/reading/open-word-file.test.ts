import { DOCX_BYTES_MAX } from '@beffroi/shared/features/document-exports/document-exports.contract';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { fromDocx } from '../from-docx.ts';
import { para, wordFile } from '../testing/word-file.ts';
import { openWordFile } from './open-word-file.ts';

describe('a file that must be refused', () => {
  const refusal = (bytes: Uint8Array) =>
    fromDocx(bytes, { personId: 'person-import' }).then(
      () => null,
      (error: unknown) => error as { code: string; message: string },
    );

  it('is no Word file', async () => {
    for (const bytes of [Buffer.from('bonjour'), Buffer.alloc(0), Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200, 7)])])
      expect(await refusal(bytes)).toMatchObject({ code: 'unsupported-document', message: expect.stringContaining('document Word') });
    expect(await refusal(await new JSZip().file('a.txt', 'a').generateAsync({ type: 'nodebuffer' }))).toMatchObject({
      code: 'unsupported-document',
    });
  });
  it('is of the old format, or has a password', async () => {
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
    expect(await refusal(old)).toMatchObject({ code: 'unsupported-document', message: expect.stringContaining('mot de passe') });
  });
  it('inflates without measure, whatever its header says', async () => {
    const zip = await JSZip.loadAsync(await wordFile(para('a')));
    zip.file('word/media/image1.png', Buffer.alloc(3 * 1024 * 1024));
    const bomb = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
    expect(bomb.byteLength).toBeLessThan(10 * 1024);
    await expect(openWordFile(bomb, 2 * 1024 * 1024)).rejects.toMatchObject({ code: 'too-large' });
    await expect(openWordFile(bomb, 4 * 1024 * 1024)).resolves.toBeDefined();
  });
  it('weighs more than it may', async () => {
    expect(await refusal(Buffer.alloc(DOCX_BYTES_MAX + 1))).toMatchObject({ code: 'too-large' });
  });
  it('declares entities', async () => {
    const zip = await JSZip.loadAsync(await wordFile(para('a')));
    zip.file('word/document.xml', `<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document>&a;</w:document>`);
    expect(await refusal(await zip.generateAsync({ type: 'nodebuffer' }))).toMatchObject({ code: 'unsupported-document' });
  });
  it('is cut, or says nothing', async () => {
    const whole = await wordFile(para('a'));
    expect(await refusal(whole.subarray(0, whole.length - 40))).toMatchObject({ code: 'unsupported-document' });
    expect(await refusal(await wordFile('<w:p/>'))).toMatchObject({ message: 'Ce document Word ne contient aucun texte.' });
    expect(await refusal(await wordFile('<w:p><w:r>'))).toMatchObject({ code: 'unsupported-document' });
  });
});
