import { expect, it } from 'vitest';
import { mayReadMetrics } from './metrics-door.ts';

const asking = (remoteAddress: string | undefined, headers: Record<string, string> = {}) => ({ socket: { remoteAddress }, headers });

it.each([
  ['127.0.0.1', {}, true],
  ['127.0.0.53', {}, true],
  ['::1', {}, true],
  ['::ffff:127.0.0.1', {}, true],
  ['10.0.0.4', {}, false],
  ['::ffff:10.0.0.4', {}, false],
  ['2001:db8::1', {}, false],
  ['127.0.0.1.evil', {}, false],
  [undefined, {}, false],
  ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, false],
  ['127.0.0.1', { forwarded: 'for=192.0.2.1' }, false],
  ['127.0.0.1', { 'x-real-ip': '' }, false],
  ['127.0.0.1', { via: '1.1 mandataire' }, false],
])('without a token, shows figures to this machine alone: %s with %o: %s', (address, headers, may) => {
  expect(mayReadMetrics(asking(address, headers as Record<string, string>), undefined)).toBe(may);
});

it.each([
  [undefined, false],
  ['Bearer ', false],
  ['Bearer undefined', false],
  ['un-jeton-assez-long', false],
  ['Bearer un-jeton-assez-lon', false],
  ['Bearer un-jeton-assez-long', true],
])('with a token, shows them to whoever bears it, wherever she is: %s: %s', (authorization, may) => {
  const headers = { ...(authorization && { authorization }) };
  for (const address of ['127.0.0.1', '10.0.0.4']) expect(mayReadMetrics(asking(address, headers), 'un-jeton-assez-long')).toBe(may);
});
