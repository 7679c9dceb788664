import { contract } from '@beffroi/shared/contract';
import { type Input, ok } from './api-client.ts';
import type { Server } from './start-server.ts';
import { buildPerson, type TestPerson } from './world.ts';

export const PROFILE: Input<typeof contract.substitutes.declare> = { metiers: ['atsem'], diplomas: ['cap-aepe'] };

type Options = NonNullable<Parameters<typeof buildPerson>[1]>;

/** An agent of Anzin, unless said otherwise, who declared herself an ATSEM in the pool. */
export const buildSubstitute = async (
  server: Server,
  options: Options = {},
  profile: Partial<typeof PROFILE> = {},
): Promise<TestPerson> => {
  const person = await buildPerson(server, options);
  await ok(person.session, contract.substitutes.declare, { ...PROFILE, ...profile });
  return person;
};

/** Somebody from outside of every commune, in the pool. */
export const buildOutsider = (server: Server, profile: Partial<typeof PROFILE> = {}): Promise<TestPerson> =>
  buildSubstitute(server, { commune: null, substitute: true }, profile);
