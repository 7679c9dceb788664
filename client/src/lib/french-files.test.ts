import { expect, test } from 'vitest';
import { fileProblem } from './french-files.ts';

const file = (name: string, bytes: number): File => new File([new Uint8Array(bytes)], name);

test.each<[File | null, RegExp | null]>([
  [null, null],
  [file('Fiche.PDF', 10), null],
  [file('fiche.odt', 10), null],
  [file('fiche.pdf', 0), /est vide/],
  [file('fiche.pdf', 2 * 1024 * 1024), /pèse 2,0\u00a0Mo\u00a0: 1\u00a0Mo au plus/],
  [file('fiche.exe', 10), /ni un PDF/],
  [file('pdf', 10), /ni un PDF/],
])('file %# is refused before it is sent, with the reason', (chosen, words) => {
  const problem = fileProblem(chosen, 1024 * 1024);
  if (words === null) expect(problem).toBeNull();
  else expect(problem).toMatch(words);
});
