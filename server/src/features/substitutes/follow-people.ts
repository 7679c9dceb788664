import { objectId } from '../../platform/object-id.ts';
import { PersonModel, type PersonRecord } from '../accounts/person.model.ts';
import { settleSubstitute, unsettledNow } from './settle-substitute.ts';
import { SubstituteModel, type SubstituteRecord } from './substitute.model.ts';
import { fromAccount } from './substitute-person.ts';

const PAGE = 500;

type Kept = Pick<SubstituteRecord, '_id' | 'person' | 'sortKey' | 'employer' | 'barred' | 'leftAt' | 'agreement'>;
const KEPT = { person: 1, sortKey: 1, employer: 1, barred: 1, leftAt: 1, agreement: 1 } as const;

/** What changed of her account since it was copied; null when nothing did. */
const changeOf = (before: Kept, person: PersonRecord) => {
  const account = fromAccount(person);
  const { commune, name } = account.person;
  const same =
    before.person.name === name &&
    before.person.commune?.slug === commune?.slug &&
    before.sortKey === account.sortKey &&
    before.employer === account.employer &&
    before.barred === account.barred;
  if (same) return null;
  // What one employer agreed to binds no other.
  const agreement = before.employer === account.employer ? before.agreement : null;
  return { ...account, agreement, active: before.leftAt === null && !account.barred };
};

const follow = async (substitutes: Kept[]): Promise<void> => {
  const people = await PersonModel.find({ _id: { $in: substitutes.map(({ _id }) => _id) } }).lean<PersonRecord[]>();
  const byId = new Map(people.map((person) => [person._id.toHexString(), person]));
  for (const before of substitutes) {
    const person = byId.get(before._id.toHexString());
    const change = person && changeOf(before, person);
    if (!change) continue;
    const marked = { $set: { ...change, ...unsettledNow() } };
    const after = await SubstituteModel.findByIdAndUpdate(before._id, marked, { returnDocument: 'after' }).lean<SubstituteRecord>();
    if (after) await settleSubstitute(after);
  }
};

/** A name, a commune or a suspension is copied where it is looked for, and whoever shows her or counts on her hears of it. */
export const followPerson = async ({ personId }: { personId: string }): Promise<void> => {
  const substitute = await SubstituteModel.findById(objectId(personId), KEPT).lean<Kept>();
  if (substitute) await follow([substitute]);
};

/** The same for everyone in the pool: what a crash kept from being copied is, at the next start. */
export const followEveryone = async (): Promise<void> => {
  for (let after: Kept | undefined; ; ) {
    const page: Kept[] = await SubstituteModel.find(after ? { _id: { $gt: after._id } } : {}, KEPT)
      .sort({ _id: 1 })
      .limit(PAGE)
      .lean<Kept[]>();
    if (page.length > 0) await follow(page);
    if (page.length < PAGE) return;
    after = page.at(-1);
  }
};
