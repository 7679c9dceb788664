import { expect, it } from 'vitest';
import { Places } from './places.ts';

it('gives each key so many places, and a place given back once to the next', () => {
  const places = new Places(2);
  const [first, second] = [places.take('ana'), places.take('ana')];
  expect(first).not.toBeNull();
  expect(second).not.toBeNull();
  expect(places.take('ana')).toBeNull();
  expect(places.take('bob')).not.toBeNull();
  first?.();
  first?.();
  expect(places.take('ana')).not.toBeNull();
  expect(places.take('ana')).toBeNull();
});
