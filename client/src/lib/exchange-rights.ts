import type { Me } from '@beffroi/shared/features/accounts/accounts.contract';
import { HR_CLUB } from '@beffroi/shared/features/exchanges/exchanges.vocabulary';

/** Which pages of the exchanges are the person’s: each is offered to those who may open it, and to nobody else. */
export const exchangeRights = ({ communes, clubs, administrator }: Pick<Me, 'communes' | 'clubs' | 'administrator'>) => {
  const publishes = communes.some(({ abilities }) => abilities['replacement.publish']);
  const agent = communes.length > 0 || administrator;
  const inHrClub = clubs.some(({ slug, role }) => slug === HR_CLUB && role !== 'guest');
  return {
    /** Publishes needs and vacancies, and reads her commune’s statements. */
    publishes,
    pool: publishes || administrator,
    overview: publishes || administrator || (agent && inHrClub),
    administers: administrator,
  };
};
