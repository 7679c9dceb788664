import { expect, it } from 'vitest';
import { countedAddress } from './caller-address.ts';

it('counts all addresses of one IPv6 network of 64 bits as one, and its neighbour as another', () => {
  const counted = countedAddress('2001:db8:0:1:aaaa::1');
  expect(countedAddress('2001:DB8:0:1:ffff:ffff:ffff:ffff')).toBe(counted);
  expect(countedAddress('2001:db8:0:1::%eth0')).toBe(counted);
  expect(countedAddress('2001:db8:0:2:aaaa::1')).not.toBe(counted);
});

it('counts each IPv4 address, however it is written', () => {
  expect(countedAddress('203.0.113.7')).toBe('203.0.113.7');
  expect(countedAddress('::ffff:203.0.113.7')).toBe('203.0.113.7');
  expect(countedAddress('203.0.113.8')).not.toBe(countedAddress('203.0.113.7'));
});

it('counts what is no address by its text', () => {
  expect(countedAddress('unknown')).toBe('unknown');
});
