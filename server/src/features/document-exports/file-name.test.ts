import { expect, test } from 'vitest';
import { attachment, fileName, givenFileName } from './file-name.ts';

test('names a file after the model and its state', () => {
  expect(fileName('CCAP : papier « A4 »', 'Validé v2', 'docx')).toBe('CCAP papier « A4 » (Validé v2).docx');
  expect(fileName('../../etc/passwd\u0000\r\nX: y', 'Brouillon', 'pdf')).toBe('etc passwd X y (Brouillon).pdf');
  expect(fileName('a'.repeat(400), 'Brouillon', 'pdf')).toHaveLength(124);
});

test('says it in a header that nothing can break out of', () => {
  expect(attachment('Délibération n° 3 (Validé v2).docx')).toBe(
    'attachment; filename="Deliberation n- 3 (Valide v2).docx"; filename*=UTF-8\'\'D%C3%A9lib%C3%A9ration%20n%C2%B0%203%20%28Valid%C3%A9%20v2%29.docx',
  );
});

test.each([
  ['Fiche de poste – ATSEM.pdf', 'Fiche de poste – ATSEM.pdf'],
  ['C:\\Users\\rh\\fiche.docx', 'fiche.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['fiche.pdf.exe', 'fiche.pdf.pdf'],
  ['fiche\u202efdp.exe', 'fichefdp.pdf'],
  ['Arrêté n° 12.2026', 'Arrêté n° 12.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['', 'document.pdf'],
])('the name %j that came with a file becomes one that is safe', (given, kept) => {
  expect(givenFileName(given, 'pdf')).toBe(kept);
});
