import { describe, expect, it } from 'vitest';
import { AVATAR_COLOURS } from '../ui/person-avatar.tsx';
import css from './tokens.css?raw';

const scheme = (name: 'light' | 'dark'): Record<string, string> => {
  const block = css.slice(css.indexOf(`[data-mantine-color-scheme="${name}"]`)).split('}')[0] ?? '';
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, key, value]) => [key, value]));
};

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** WCAG 2.1 contrast ratio. */
const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

const TEXTS = ['ink', 'ink-2', 'ink-3', 'blue', 'brick', 'ochre', 'green'];
const PAIRS: [string, string][] = [
  ...TEXTS.flatMap((text): [string, string][] => [
    [text, 'paper'],
    [text, 'card'],
  ]),
  ['blue', 'blue-bg'],
  ['ink', 'blue-bg'],
  ['ink-2', 'blue-bg'],
  ['brick', 'brick-bg'],
  ['ochre', 'ochre-bg'],
  ['green', 'green-bg'],
  ['ink-2', 'line'],
  ['on', 'blue'],
  ['on', 'blue-hover'],
  ['on', 'brick'],
  ['on', 'brick-hover'],
  ['ink', 'mark'],
  ['night-ink', 'night'],
  ['night-ink', 'night-2'],
  ['night-ink-2', 'night'],
];

describe.each(['light', 'dark'] as const)('%s scheme', (name) => {
  const colours = scheme(name);

  it.each(PAIRS)('%s reads on %s', (text, ground) => {
    expect(contrast(colours[text] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['paper', 'card'])('the edge of a field shows on %s', (ground) => {
    expect(contrast(colours['field-line'] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(3);
  });
});

it.each([...AVATAR_COLOURS])('white reads on the avatar colour %s', (colour) => {
  expect(contrast('#ffffff', colour)).toBeGreaterThanOrEqual(4.5);
});
