import type { ProposedChange } from '@beffroi/shared/collab/proposals';

declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** An answer was proposed in a model, as a suggestion of hers who did it. */
    'clauses.clause.proposed': { templateId: string; byId: string; authorName: string; made: ProposedChange };
  }
}
