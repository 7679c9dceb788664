import { addDays, daysBetween } from '../../core/half-days.ts';
import type { Article } from './vacancies.vocabulary.ts';

/** What decides how long an offer must stay published (decree 2018-1351, article 4). */
export interface NoticeFacts {
  nature: 'permanent' | 'temporary';
  /** Of a contract; null where it is not said. */
  durationMonths: number | null;
  contractuels: boolean;
  article: Article | null;
  /** Why it cannot wait; empty where it can. */
  emergency: string;
  /** When it was first published, here or by its declaration. */
  from: string;
  deadline: string | null;
}

export type NoticeRule = 'one-month' | 'emergency' | 'under-one-year';
export interface Notice {
  rule: NoticeRule;
  /** The first deadline the rule allows. */
  earliest: string;
  /** From publication to the deadline; null while there is no deadline. */
  days: number | null;
  kept: boolean;
  sentence: string;
}

/** The same day of the next month, or that month’s last: 31 January leads to 28 February. */
export const oneMonthAfter = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, last))).toISOString().slice(0, 10);
};

const RULE_SENTENCE: Record<NoticeRule, string> = {
  'one-month': 'Un mois au moins entre la publication et la date limite.',
  emergency: 'Délai d’un mois réduit pour urgence\u00a0: le motif figure dans l’offre.',
  'under-one-year': 'Contrat de moins d’un an\u00a0: le délai d’un mois ne s’applique pas.',
};

/**
 * Whether it can only end in a contract: employment that passes, or an absent agent's place on a permanent post. The other
 * articles open a permanent post to contractuels while a fonctionnaire may still be appointed to it for good, so that a length
 * written beside them shortens nothing: the decree leaves it open, and this is the careful reading.
 */
const onlyByContract = ({ nature, contractuels, article }: NoticeFacts): boolean =>
  nature === 'temporary' || (contractuels && article === 'L332-13');

const ruleFor = (facts: NoticeFacts): NoticeRule => {
  const { durationMonths, emergency } = facts;
  if (durationMonths !== null && durationMonths < 12 && onlyByContract(facts)) return 'under-one-year';
  return emergency.trim() === '' ? 'one-month' : 'emergency';
};

/** Which rule of notice an offer is under, and whether its deadline keeps to it. */
export const noticeOf = (facts: NoticeFacts): Notice => {
  const rule = ruleFor(facts);
  const earliest = rule === 'one-month' ? oneMonthAfter(facts.from) : addDays(facts.from, 1);
  const { deadline, from } = facts;
  return {
    rule,
    earliest,
    days: deadline === null ? null : daysBetween(from, deadline),
    kept: deadline !== null && deadline >= earliest,
    sentence: RULE_SENTENCE[rule],
  };
};
