import { extractText, getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import { plainPdf } from './plain-pdf.ts';

it('is read by another library, accents and brackets among its words', async () => {
  const document = await getDocumentProxy(new Uint8Array(plainPdf(['ATSEM, Onnaing', 'CAP petite enfance (2014)', 'Référente hygiène'])));
  const { text } = await extractText(document, { mergePages: true });
  expect(text).toContain('CAP petite enfance (2014)');
  expect(text).toContain('Référente hygiène');
});
