import { describe, expect, it } from 'vitest';
import { filterQuery, filtersIn, type ThreadFilters } from './thread-filters.ts';

const read = (query: string) => filtersIn(new URLSearchParams(query));

describe('filters in the address', () => {
  it.each<ThreadFilters>([{}, { kind: 'watch' }, { kind: 'announcement' }, { kind: 'question', status: 'resolved' }, { tag: 'clotures' }])(
    'reads %o as it was written',
    (filters) => {
      expect(read(filterQuery(filters))).toEqual({ kind: undefined, status: undefined, tag: undefined, ...filters });
    },
  );
  it('takes a state for one of questions', () => {
    expect(read('etat=resolue')).toEqual({ kind: 'question', status: 'resolved' });
    expect(read('etat=resolue&type=veille')).toEqual({ kind: 'question', status: 'resolved' });
  });
  it('ignores what it does not know', () => {
    expect(read('etat=perdue&type=rumeur')).toEqual({});
  });
});
