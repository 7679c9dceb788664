import type { Rows, Statuses } from './rows.ts';

/** A commune's statements are its own HR's: no other role, and no other commune's. */
const HR_ONLY: Statuses = [401, 403, 403, 403, 403, 403, 403, 403];
const NOWHERE: Statuses = [401, 404, 404, 404, 404, 404, 404, 404];
const A_MONTH = { slug: 'anzin', month: '2026-09' };

/** What follows from exchanges between communes: hours, agreements. */
export const exchangeRows: Rows = {
  'statements.get': { input: () => A_MONTH, statuses: HR_ONLY, except: { hrOwn: 200 } },
  'statements.download': { input: () => ({ ...A_MONTH, format: 'csv' }), statuses: HR_ONLY, except: { hrOwn: 200 } },
  // Nothing is booked: whoever asks learns no more than that.
  'statements.agreement': { input: ({ thread, author }) => ({ id: thread.id, personId: author.id, format: 'pdf' }), statuses: NOWHERE },
};
