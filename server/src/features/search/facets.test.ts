import { expect, it } from 'vitest';
import { facetTerms } from './facets.ts';
import { termsOf } from './french-terms.ts';

it('marks the kinds that are few, and what models are chosen by', () => {
  expect(facetTerms({ kind: 'template', templateKind: 'ccap', templateState: 'draft', tag: 'voirie' })).toEqual([
    '@template',
    '@kind ccap',
    '@state draft',
    '@tag voirie',
  ]);
  expect(facetTerms({ kind: 'thread' })).toEqual([]);
});

it('is what no text says', () => {
  const said = termsOf('@template @kind ccap « @state draft » @tag voirie');
  for (const term of facetTerms({ kind: 'template', templateKind: 'ccap', templateState: 'draft', tag: 'voirie' }))
    expect(said).not.toContain(term);
});
