import { contract } from '@beffroi/shared/contract';
import type { Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { expect, test } from 'vitest';
import { ReplacementModel } from '../../../server/src/features/replacements/replacement.model.ts';
import { touchReplacement } from '../../../server/src/features/replacements/settle-replacement.ts';
import { ok, send } from '../../support/api-client.ts';
import { buildHr, publish } from '../../support/replacements.ts';
import { startServer } from '../../support/start-server.ts';

const ROUNDS = 12;

/** Raises the need's version again and again, as yeses and waves do, until this is done. */
const stirredUntil = async (id: string, done: Promise<unknown>): Promise<void> => {
  let going = true;
  void done.finally(() => {
    going = false;
  });
  while (going) await touchReplacement(id);
};

test('of two colleagues who change a need at once one is told, whatever else is written of it in the same moment', async () => {
  const server = await startServer();
  const colleagues = [await buildHr(server), await buildHr(server)];
  const [{ session }] = colleagues as [(typeof colleagues)[0]];
  const { id } = await publish(colleagues[0] as (typeof colleagues)[0]);
  for (let round = 0; round < ROUNDS; round += 1) {
    const { version } = await ok(session, contract.replacements.get, { id });
    const answering = Promise.all(
      colleagues.map((one, who) => {
        const body = JSON.stringify({ version, note: `Note ${round}.${who}` });
        return send(one.session, `/api/replacements/${id}`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body });
      }),
    );
    await stirredUntil(id, answering);
    const answers = await answering;
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [won, lost] = [200, 409].map((status) => answers.find((answer) => answer.status === status)?.body) as [Need, { current: Need }];
    expect(lost.current.note).toBe(won.note);
    // The change bears the version it was written in: who had read the need just before it, whatever had raised its version, is told too.
    expect(await ReplacementModel.findById(id).lean()).toMatchObject({ note: won.note, editedIn: won.version });
  }
});
