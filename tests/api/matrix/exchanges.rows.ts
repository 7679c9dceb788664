import type { Row, Rows, Statuses } from './rows.ts';

/** A commune's statements are its own HR's: no other role, and no other commune's. */
const HR_ONLY: Statuses = [401, 403, 403, 403, 403, 403, 403, 403];
/** Sums of the territory: for HR and the administrator, and for the HR club, which is not the scene’s. */
const OVERVIEW: Pick<Row, 'statuses' | 'except'> = {
  statuses: [401, 403, 404, 404, 404, 403, 403, 200],
  except: { hrOwn: 200, hrOther: 200 },
};
const NOWHERE: Statuses = [401, 404, 404, 404, 404, 404, 404, 404];
const A_MONTH = { slug: 'anzin', month: '2026-09' };

/** What follows from exchanges between communes: hours, agreements. */
export const exchangeRows: Rows = {
  // Whoever may search; of what she may not read nothing is found.
  'exchanges.search': { input: () => ({ q: 'atsem' }), statuses: [401, 200, 200, 200, 200, 200, 200, 200] },
  'exchanges.overview': OVERVIEW,
  'exchanges.download': { input: () => ({ format: 'csv' }), ...OVERVIEW },
  'statements.get': { input: () => A_MONTH, statuses: HR_ONLY, except: { hrOwn: 200 } },
  'statements.download': { input: () => ({ ...A_MONTH, format: 'csv' }), statuses: HR_ONLY, except: { hrOwn: 200 } },
  // Nothing is booked: whoever asks learns no more than that.
  'statements.agreement': { input: ({ thread, author }) => ({ id: thread.id, personId: author.id, format: 'pdf' }), statuses: NOWHERE },
};
