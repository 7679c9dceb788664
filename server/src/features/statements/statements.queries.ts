import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { addDays } from '@beffroi/shared/core/half-days';
import type { Statement } from '@beffroi/shared/features/statements/statements.contract';
import { canReadStatements } from '@beffroi/shared/features/statements/statements.policy';
import { now } from '../../platform/clock.ts';
import { allCommunes } from '../directory/territory.queries.ts';
import { hoursExchangedBy } from '../replacements/recorded-hours.queries.ts';
import { presentStatement } from './statements.presenter.ts';

interface Wanted {
  slug: string;
  /** YYYY-MM */
  month: string;
}

/** The first and the last day of a month. */
const daysOf = (month: string): { from: string; to: string } => {
  const from = `${month}-01`;
  const next = addDays(`${month}-28`, 4);
  return { from, to: addDays(`${next.slice(0, 7)}-01`, -1) };
};

/**
 * The hours a commune lent and received in a month: two indexed reads, whatever there is.
 * @throws AppError `not-found` (no such commune), `forbidden` (not its HR)
 */
export const getStatement = async (actor: Actor, { slug, month }: Wanted): Promise<Statement> => {
  const commune = allCommunes().find((each) => each.slug === slug);
  if (!commune) throw new AppError('not-found');
  if (!canReadStatements(actor, slug)) throw new AppError('forbidden');
  const exchanged = await hoursExchangedBy(slug, { ...daysOf(month), endedBy: now() });
  return presentStatement({ slug, name: commune.name }, month, exchanged);
};
