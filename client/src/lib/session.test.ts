import { expect, it } from 'vitest';
import { returnPath, signInPath } from './session.ts';

it('brings back to the page, its filters and its place', () => {
  const path = '/clubs/urbanisme/sujets/7?a=b#reponse-12';
  const wanted = new URL(signInPath(path), 'http://beffroi').searchParams.get('retour');
  expect(returnPath(wanted)).toBe(path);
});

it('leaves the address plain when there is nothing to come back to', () => {
  expect(signInPath('/')).toBe('/connexion');
  expect(returnPath(null)).toBe('/');
});

it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)'])(
  'never leads to %s',
  (wanted) => {
    expect(returnPath(wanted)).toBe('/');
  },
);
