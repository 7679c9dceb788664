import { describe, expect, it } from 'vitest';
import { type NoticeFacts, noticeOf, oneMonthAfter } from './notice.ts';

const facts: NoticeFacts = {
  nature: 'permanent',
  durationMonths: null,
  contractuels: false,
  article: null,
  emergency: '',
  from: '2026-11-28',
  deadline: '2026-12-28',
};
const standIn = { contractuels: true, article: 'L332-13', deadline: '2026-12-05' } as const;

describe('a month later', () => {
  it.each([
    ['2026-11-28', '2026-12-28'],
    ['2026-12-15', '2027-01-15'],
    ['2027-01-31', '2027-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-10-31', '2026-11-30'],
  ])('%s is %s', (from, to) => {
    expect(oneMonthAfter(from)).toBe(to);
  });
});

describe('the month of notice', () => {
  it.each<[string, Partial<NoticeFacts>, string, boolean]>([
    ['is kept to the day', {}, 'one-month', true],
    ['is not kept a day short', { deadline: '2026-12-27' }, 'one-month', false],
    ['is not kept without a deadline', { deadline: null }, 'one-month', false],
    ['binds a contract of a year', { nature: 'temporary', durationMonths: 12, deadline: '2026-12-05' }, 'one-month', false],
    ['binds a contract whose length is not said', { nature: 'temporary', deadline: '2026-12-05' }, 'one-month', false],
    ['does not concern a shorter one', { nature: 'temporary', durationMonths: 11, deadline: '2026-12-05' }, 'under-one-year', true],
    ['does not take a permanent post for a short one', { durationMonths: 6, deadline: '2026-12-05' }, 'one-month', false],
    ['does not concern an absent agent’s place for some months', { ...standIn, durationMonths: 6 }, 'under-one-year', true],
    ['binds that place for a year', { ...standIn, durationMonths: 12 }, 'one-month', false],
    ['binds that place while its length is not said', standIn, 'one-month', false],
    ['binds a post a fonctionnaire may get', { ...standIn, article: 'L332-14', durationMonths: 6 }, 'one-month', false],
    ['binds an article left behind', { ...standIn, contractuels: false, durationMonths: 6 }, 'one-month', false],
    ['is shortened in an emergency', { emergency: 'Départ imprévu', deadline: '2026-12-05' }, 'emergency', true],
    ['is not shortened by a blank reason', { emergency: '  ', deadline: '2026-12-05' }, 'one-month', false],
    ['leaves a day at least', { emergency: 'Départ imprévu', deadline: '2026-11-28' }, 'emergency', false],
  ])('%s', (_name, change, rule, kept) => {
    expect(noticeOf({ ...facts, ...change })).toMatchObject({ rule, kept });
  });

  it('counts the days there are', () => {
    expect(noticeOf(facts)).toMatchObject({ days: 30, earliest: '2026-12-28' });
  });
});
