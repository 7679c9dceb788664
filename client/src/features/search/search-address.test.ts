import { searchInput } from '@beffroi/shared/features/search/search.contract';
import { expect, it } from 'vitest';
import { activeFilters, searchInputOf } from './search-address.ts';

const empty = { q: 'prix', nature: '', club: '', commune: '', depuis: '', jusqu: '', resolu: '' };

it('asks for every filter of the address', () => {
  const input = searchInputOf(
    {
      q: 'révision',
      nature: 'modeles',
      club: 'marches-publics',
      commune: 'anzin',
      depuis: '2026-01-01',
      jusqu: '2026-06-30',
      resolu: 'oui',
    },
    true,
  );
  expect(searchInput.parse(input)).toEqual({
    q: 'révision',
    kind: 'template',
    club: 'marches-publics',
    commune: 'anzin',
    since: '2026-01-01',
    until: '2026-06-30',
    resolved: 'true',
    typing: 'true',
  });
});

it('leaves out what an address typed by hand makes unreadable', () => {
  const input = searchInputOf({ ...empty, q: 'x'.repeat(500), nature: 'poème', depuis: 'hier', resolu: 'peut-être' }, false);
  expect(searchInput.parse(input)).toEqual({ q: 'x'.repeat(200) });
});

it('counts the filters, not the words', () => {
  expect(activeFilters(empty)).toBe(0);
  expect(activeFilters({ ...empty, club: 'urbanisme', resolu: 'oui' })).toBe(2);
});
