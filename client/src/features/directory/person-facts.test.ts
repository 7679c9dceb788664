import { expect, it } from 'vitest';
import { personFacts } from './person-facts.ts';

const communes = [{ name: 'Onnaing' }, { name: 'Quarouble' }];

it.each([
  ['a person under her own name', { name: 'A. B.', function: 'Juriste', communes }, 'Juriste · Onnaing · Quarouble'],
  ['a person named by her function', { name: 'Juriste', function: 'Juriste', communes }, 'Onnaing · Quarouble'],
  ['a name that says it all', { name: 'Juriste, Onnaing', function: 'Juriste', communes: communes.slice(0, 1) }, ''],
])('%s', (_case, person, expected) => {
  expect(personFacts(person)).toBe(expected);
});
