import type { HalfDay } from '@beffroi/shared/core/half-days';
import { personRef } from '../../server/src/features/accounts/accounts.queries.ts';
import { OfferModel } from '../../server/src/features/replacements/offer.model.ts';
import { ReplacementModel } from '../../server/src/features/replacements/replacement.model.ts';
import type { Wish } from './booking-race.ts';
import { am, buildHr, buildSubstitute, pm, publish } from './replacements.ts';
import type { Server } from './start-server.ts';
import type { TestPerson } from './world.ts';

export interface RaceScene {
  hrs: { commune: string; hr: TestPerson }[];
  substitutes: TestPerson[];
}

/** That many communes, each with its HR, and that many people who are always free. */
export const buildRaceScene = async (server: Server, communes: number, people: number): Promise<RaceScene> => {
  const hrs: RaceScene['hrs'] = [];
  for (let index = 0; index < communes; index++) {
    const commune = `commune-${index}`;
    hrs.push({ commune, hr: await buildHr(server, commune) });
  }
  const substitutes: TestPerson[] = [];
  for (let index = 0; index < people; index++) substitutes.push(await buildSubstitute(server));
  return { hrs, substitutes };
};

/** An offer written as the command writes it, without a request for each of thousands. */
export const offered = async (substitute: TestPerson, replacementId: string, slots: HalfDay[]): Promise<string> => {
  const at = new Date();
  const until = new Date(at.getTime() + 90 * 86_400_000);
  const fields = { replacementId, substituteId: substitute.id, substitute: await personRef(substitute.id), slots, at, until };
  return (await OfferModel.create(fields))._id.toHexString();
};

/** Needs are published for the race alone: no wave leaves for them. */
const needOf = async (hr: TestPerson, commune: string, slots: HalfDay[]): Promise<string> => {
  const { id } = await publish(hr, { commune, slots });
  await ReplacementModel.updateOne({ _id: id }, { $unset: { nextWaveAt: 1, riskAt: 1 } });
  return id;
};

/** Every commune wants the same half-days of the same person. */
export const wishesForOnePerson = async ({ hrs, substitutes }: RaceScene, index: number): Promise<Wish[]> => {
  const substitute = substitutes[index % substitutes.length] as TestPerson;
  const slots = [am(index), pm(index)];
  return Promise.all(
    hrs.map(async ({ commune, hr }) => {
      const needId = await needOf(hr, commune, slots);
      return { race: `person ${index}`, hr: hr.session, needId, offerId: await offered(substitute, needId, slots), slots };
    }),
  );
};

/** Everybody wants the same seats of the same need: her commune’s HR books each of them. */
export const wishesForOneSeat = async ({ hrs, substitutes }: RaceScene, index: number): Promise<Wish[]> => {
  const { commune, hr } = hrs[index % hrs.length] as RaceScene['hrs'][number];
  const slots = [am(index), pm(index)];
  const needId = await needOf(hr, commune, slots);
  return Promise.all(
    substitutes.map(async (substitute) => ({
      race: `seat ${index}`,
      hr: hr.session,
      needId,
      offerId: await offered(substitute, needId, slots),
      slots,
    })),
  );
};

/** Every commune wants another morning of the same person, who comes for one a year. */
export const wishesBeyondOneYear = async (substitute: TestPerson, { hrs }: RaceScene): Promise<Wish[]> =>
  Promise.all(
    hrs.map(async ({ commune, hr }, index) => {
      const slots = [am(index)];
      const needId = await needOf(hr, commune, slots);
      return { race: `year of ${substitute.id}`, hr: hr.session, needId, offerId: await offered(substitute, needId, slots), slots };
    }),
  );
