import type { ClauseState } from './clauses.contract.ts';

/** After the name of the article an answer was proposed in. */
export const CLAUSE_STATE_LABEL: Record<ClauseState, string> = {
  proposed: 'à décider',
  accepted: 'acceptée',
  refused: 'non retenue',
  withdrawn: 'retirée du texte',
};
