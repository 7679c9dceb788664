import { expect, test } from 'vitest';
import { stepOf } from './reading-caret.ts';

const pressed = (key: string, held: Partial<KeyboardEvent> = {}) => stepOf({ key, ctrlKey: false, altKey: false, metaKey: false, ...held });

test.each([
  ['ArrowRight', {}, 'forward character'],
  ['ArrowLeft', { ctrlKey: true }, 'backward word'],
  ['ArrowDown', {}, 'forward line'],
  ['ArrowUp', { ctrlKey: true }, 'backward paragraph'],
  ['End', {}, 'forward lineboundary'],
])('%s %o leads %s', (key, held, where) => {
  const step = pressed(key, held);
  expect(`${step?.direction} ${step?.granularity}`).toBe(where);
});

test.each<[string, Partial<KeyboardEvent>]>([
  ['PageDown', {}],
  ['Home', { ctrlKey: true }],
  ['ArrowLeft', { altKey: true }],
  ['ArrowLeft', { metaKey: true }],
  ['a', {}],
])('%s %o is left to the browser', (key, held) => {
  expect(pressed(key, held)).toBeNull();
});
