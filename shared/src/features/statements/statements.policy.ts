import { type Actor, isHr } from '../../core/actor.ts';

/** What a commune lent and received names people and what is owed for them: it is its own HR's to read, and nobody else's. */
export const canReadStatements = isHr;

/** An agreement binds two communes: the HR of either draws it up. */
export const canDrawUpAgreement = (actor: Actor, { host, lender }: { host: string; lender: string | null }): boolean =>
  isHr(actor, host) || (lender !== null && isHr(actor, lender));
