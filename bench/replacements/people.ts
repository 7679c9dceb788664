import { PersonModel, type PersonRecord } from '../../server/src/features/accounts/person.model.ts';
import { SubstituteModel } from '../../server/src/features/substitutes/substitute.model.ts';
import { corpusUser } from '../corpus-users.ts';
import { communeOf } from './seed.ts';

export interface SignedIn {
  id: string;
  cookie: string;
}

export const signIn = async (url: string, index: number): Promise<SignedIn> => {
  const { email, password } = corpusUser(index);
  const headers = { 'content-type': 'application/json', origin: url };
  const answer = await fetch(`${url}/api/auth/sign-in/email`, { method: 'POST', headers, body: JSON.stringify({ email, password }) });
  if (answer.status !== 200) throw new Error(`sign-in: ${answer.status}`);
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  const person = await PersonModel.findOne({ email }, { _id: 1 }).lean<PersonRecord>();
  return { id: person?._id.toHexString() ?? '', cookie: cookie.join('; ') };
};

/** A métier of its own, so that these people are all of its pool. */
export const SCREENS_METIER = 'auxiliaire-puericulture';
/** HR managers are the first of those who can sign in; screens come after them. */
const FIRST_SCREEN = 100;

/** People who are always free, signed in. */
export const signInScreens = async (url: string, count: number): Promise<SignedIn[]> => {
  const at = new Date();
  const screens: SignedIn[] = [];
  for (let nth = 0; nth < count; nth++) {
    const person = await signIn(url, FIRST_SCREEN + nth);
    const employer = communeOf(FIRST_SCREEN + nth);
    const ref = { id: person.id, name: `Écran ${nth}`, commune: { slug: employer, name: employer } };
    await SubstituteModel.updateOne(
      { _id: person.id },
      {
        $set: {
          person: ref,
          sortKey: ref.name,
          employer,
          metiers: [SCREENS_METIER],
          diplomas: ['deap'],
          pattern: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => ['am', 'pm'].map((half) => ({ weekday, half, weeks: 'every' }))),
          agreement: { commune: employer, by: ref, at, until: '9999-12-31' },
          calendarChangedAt: at,
          changedAt: at,
          active: true,
        },
      },
      { upsert: true, setDefaultsOnInsert: true },
    );
    screens.push(person);
  }
  return screens;
};
