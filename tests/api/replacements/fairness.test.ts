import { contract } from '@beffroi/shared/contract';
import type { HalfDay } from '@beffroi/shared/core/half-days';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { ReplacementModel } from '../../../server/src/features/replacements/replacement.model.ts';
import { ok } from '../../support/api-client.ts';
import { am, buildHr, pm } from '../../support/replacements.ts';
import { startServer } from '../../support/start-server.ts';
import { allTold } from '../../support/told.ts';
import { WaveScene } from '../../support/wave-scene.ts';
import { type Move, OBSTACLES, type Pooled, type Told, WaveStory } from '../../support/wave-story.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

const PEOPLE = 7;
const NEEDS = 3;
const DAYS: HalfDay[] = [am(0), pm(0), am(1), pm(1)];

let hr: TestPerson;
let administrator: TestPerson;
let people: TestPerson[];
let scene: WaveScene;
beforeAll(async () => {
  const server = await startServer();
  hr = await buildHr(server);
  administrator = await buildPerson(server, { administrator: true });
  people = await Promise.all(Array.from({ length: PEOPLE }, () => buildPerson(server, { commune: null, substitute: true })));
  scene = new WaveScene(hr);
});

const storyOf = async (pool: readonly Pooled[], waveSize: number): Promise<WaveStory> => {
  await ok(administrator.session, contract.replacements.saveSettings, { people: waveSize, minutes: 5, riskHours: 4 });
  const story = new WaveStory(scene, { hr, people, pool, waveSize });
  await story.begin();
  return story;
};

const pooled: fc.Arbitrary<Pooled> = fc.record({ obstacle: fc.nat(OBSTACLES.length - 1), halfDays: fc.nat(2) });
const needs = fc.array(
  fc.record({
    kind: fc.constant('publish' as const),
    slots: fc.subarray(DAYS, { minLength: 1, maxLength: 3 }),
    seats: fc.integer({ min: 1, max: 2 }),
  }),
  { minLength: 1, maxLength: NEEDS },
);
const [need, nth] = [fc.nat(NEEDS - 1), fc.nat(PEOPLE - 1)];
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'time passes' as const }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('accept' as const), need, nth, book: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('take back' as const), nth }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('cancel' as const), nth, by: fc.constantFrom('hr' as const, 'herself' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('add' as const), need, slot: fc.constantFrom(...DAYS) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('agreement' as const), person: nth }) },
);

const bellsOf = async ({ id }: Told): Promise<number[]> => {
  const bells = await NotificationModel.find({ 'about.id': id, kind: 'replacement-wanted' }).lean();
  return people.map((one) => bells.filter(({ personId }) => personId === one.id).length);
};

describe('whatever is offered, booked, cancelled and offered again', () => {
  test('a wave tells the first of those who may come and were not told yet, and nobody else; each hears once a round', {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(pooled, { minLength: 2, maxLength: PEOPLE }),
        fc.integer({ min: 1, max: 3 }),
        needs,
        fc.array(move, { minLength: 6, maxLength: 20 }),
        async (pool, waveSize, published, moves) => {
          const story = await storyOf(pool, waveSize);
          for (const one of [...published, ...moves]) await story.play(one);
          // Nothing is said any more: each need tells everyone who may come, also who may again since it had told all others; then nobody.
          for (let quiet = 0; quiet < story.needs.length; ) quiet = (await story.timePasses()).length > 0 ? 0 : quiet + 1;
          expect(await scene.isWaiting()).toBe(false);
          await allTold();
          for (const known of story.needs) expect(await bellsOf(known)).toEqual(people.map(({ id }) => known.people.get(id)?.times ?? 0));
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('when nobody says anything', () => {
  test('each need comes to everyone in no more waves than it takes; over many needs nobody is asked more than once more than another', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: PEOPLE }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 6 }),
        async (count, waveSize, wavesOfEach) => {
          const story = await storyOf(
            Array.from({ length: count }, () => ({ obstacle: 0, halfDays: 0 })),
            waveSize,
          );
          const asks = new Map(people.slice(0, count).map(({ id }) => [id, 0]));
          for (const waves of wavesOfEach) {
            await story.play({ kind: 'publish', slots: [am(0)], seats: 1 });
            const told: string[] = [];
            for (let number = 0; number < waves; number++) told.push(...(await story.timePasses()));
            expect(told).toHaveLength(Math.min(count, waves * waveSize));
            for (const id of told) asks.set(id, (asks.get(id) ?? 0) + 1);
            expect(Math.max(...asks.values()) - Math.min(...asks.values())).toBeLessThanOrEqual(1);
            // That need is over: no more waves leave for it.
            await ReplacementModel.updateMany({}, { $unset: { nextWaveAt: 1 } });
          }
        },
      ),
      { numRuns: 6 },
    );
  });
});
