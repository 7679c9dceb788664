/** How often a weekly half-day comes back; weeks are those of ISO 8601, « semaine paire » and « semaine impaire ». */
export const WEEKS = ['every', 'even', 'odd'] as const;
export type Weeks = (typeof WEEKS)[number];

/** Days of the week as ISO 8601 numbers them, Monday 1. */
export const WEEKDAY_LABEL: Record<number, string> = {
  1: 'lundi',
  2: 'mardi',
  3: 'mercredi',
  4: 'jeudi',
  5: 'vendredi',
  6: 'samedi',
  7: 'dimanche',
};

/** How a commune stands towards a substitute: an agent’s employer agrees, a person from outside is accepted. */
export const AGREEMENT_STATES = ['missing', 'granted', 'expired'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

export const AGREEMENT_LABEL: Record<'agent' | 'outsider', Record<AgreementState, string>> = {
  agent: { missing: 'Accord à donner', granted: 'Accord donné', expired: 'Accord expiré' },
  outsider: { missing: 'À accepter', granted: 'Acceptation en cours', expired: 'Acceptation expirée' },
};

/** Left unchanged this long, a profile may no longer hold: the calendar of half a year ago says little of tomorrow. */
export const STALE_AFTER_DAYS = 183;

/** What a commune does about a substitute, each written down. */
export const AGREEMENT_ACTS = ['grant', 'withdraw'] as const;
export type AgreementAct = (typeof AGREEMENT_ACTS)[number];

export const AGREEMENT_ACT_LABEL: Record<AgreementAct, string> = {
  grant: 'Accord donné',
  withdraw: 'Accord retiré',
};
