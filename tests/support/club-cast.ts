import type { Server } from './start-server.ts';
import { buildClub, buildPerson, type TestClub, type TestPerson } from './world.ts';

/** Those one meets in a club, and an agent who is not in it. */
interface Cast {
  club: TestClub;
  pilot: TestPerson;
  member: TestPerson;
  agent: TestPerson;
}
/** A club with one person of each kind. */
export const buildCast = async (server: Server, access: TestClub['access'] = 'open'): Promise<Cast> => {
  const club = await buildClub({ access });
  const [pilot, member, agent] = [
    await buildPerson(server, { clubs: [[club, 'pilot']] }),
    await buildPerson(server, { clubs: [[club, 'member']] }),
    await buildPerson(server),
  ];
  return { club, pilot, member, agent };
};
