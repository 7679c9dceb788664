import { useLocation } from 'react-router';

/** The state of a link to another of the forms without a session, so that nobody types her address twice. It never stands in the page's address. */
export const carryEmail = (email: string): { email: string } => ({ email });

/** The address the page before carried here, or nothing. */
export const useCarriedEmail = (): string => {
  // Whatever the browser kept of this entry, an older version of the application included.
  const carried: unknown = useLocation().state?.email;
  return typeof carried === 'string' ? carried : '';
};
