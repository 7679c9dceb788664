import { expect, test } from 'vitest';
import { expectProblem, send } from '../support/api-client.ts';
import { startServer } from '../support/start-server.ts';

test('where there is a token, /metrics is for who bears it, on this machine too', async () => {
  const { url } = await startServer({ METRICS_TOKEN: 'un-jeton-pour-les-mesures' });
  const asked = (headers: Record<string, string>) => send({ url, cookie: '' }, '/metrics', { headers });
  expectProblem(await asked({}), 'not-found');
  expectProblem(await asked({ authorization: 'Bearer un-autre-jeton' }), 'not-found');
  const elsewhere = { 'x-forwarded-for': '203.0.113.9' };
  expect((await asked({ ...elsewhere, authorization: 'Bearer un-jeton-pour-les-mesures' })).status).toBe(200);
});
