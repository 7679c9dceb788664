import { USERS } from './forum/lib/corpus.mjs';

/** Who can sign in: the people of the corpus every territory is seeded with. */
export const corpusUser = (index: number): { email: string; password: string } => USERS[index] as (typeof USERS)[number];
