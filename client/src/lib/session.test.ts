import fc from 'fast-check';
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

it.each([
  'https://elsewhere.example',
  'HTTPS:elsewhere.example',
  '//elsewhere.example',
  '///elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '/\r\\elsewhere.example',
  '\t//elsewhere.example',
  ' //elsewhere.example',
  '/.//elsewhere.example',
  '/..//elsewhere.example',
  '/%2e//elsewhere.example',
  '/.\\\\elsewhere.example',
  '/a/../..//elsewhere.example',
  'javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '',
])('never leads to %j', (wanted) => {
  expect(returnPath(wanted)).toBe('/');
});

it.each([
  '/%2F%2Felsewhere.example',
  '/%5Celsewhere.example',
  '/%09/elsewhere.example',
  '/clubs//elsewhere.example',
  '/@elsewhere.example',
])('leaves in this site what is spelt %s', (wanted) => {
  expect(new URL(returnPath(wanted), 'https://beffroi.example').origin).toBe('https://beffroi.example');
});

it('cannot be made to leave this site by any mixture of what browsers skip or turn over', () => {
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '\t',
    '\n',
    '\r',
    ' ',
    '%2f',
    '%5c',
    '%2e',
    '%09',
    ':',
    '@',
    '?',
    '#',
    'a',
    'javascript:',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 10 }), (mixture) => {
      const path = returnPath(`/${mixture.join('')}elsewhere.example`);
      expect(path).toMatch(/^\/(?!\/)/);
      expect(new URL(path, 'https://beffroi.example').origin).toBe('https://beffroi.example');
    }),
  );
});
