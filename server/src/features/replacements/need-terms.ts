import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import { communeName } from '../directory/territory.queries.ts';
import { foundBy } from '../search/french-words.queries.ts';
import type { ReplacementRecord } from './replacement.model.ts';

/** The terms a need is found by: its métier, its commune, its place and what is to be known. Whom to ask for is not among them. */
export const needTerms = ({ metier, commune, place, note }: Pick<ReplacementRecord, 'metier' | 'commune' | 'place' | 'note'>): string[] =>
  foundBy([metierLabel(metier), communeName(commune), place, note].join('\n'));
