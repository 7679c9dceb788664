import { expect, test } from 'vitest';
import { needTitle } from './need-words.ts';

test.each([
  ['École Jules-Ferry', 'ATSEM, école Jules-Ferry'],
  ['CCAS, accueil', 'ATSEM, CCAS, accueil'],
  ['MJC du Centre', 'ATSEM, MJC du Centre'],
  ['', 'ATSEM'],
])('a need at « %s » is titled « %s »', (place, title) => expect(needTitle({ metier: 'atsem', place })).toBe(title));
