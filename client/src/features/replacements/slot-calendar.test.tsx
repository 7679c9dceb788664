import { addDays, mondayOf, parisDate, USUAL_HOURS } from '@beffroi/shared/core/half-days';
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { dayTitle } from './half-day-words.ts';
import { SlotCalendar } from './slot-calendar.tsx';

/** Monday of the second week shown: always to come. */
const MONDAY = addDays(mondayOf(parisDate(new Date())), 7);

function Shown({ first = [], standing }: { first?: string[]; standing?: ReadonlyMap<string, string> }) {
  const [slots, setSlots] = useState(first);
  return (
    <MantineProvider>
      <SlotCalendar slots={slots} hours={USUAL_HOURS} onChange={setSlots} {...(standing && { standing })} />
      <output>{slots.join(' ')}</output>
    </MantineProvider>
  );
}
const cell = (date: string, half: 'matin' | 'après-midi') =>
  screen.getByRole('button', { name: new RegExp(`^${dayTitle(date)}, ${half}`) });
const inGrid = (): boolean => document.activeElement?.closest('[role="grid"]') !== null;

afterEach(cleanup);

test('half-days are one stop of the Tab key, where one left them', async () => {
  render(<Shown />);
  cell(MONDAY, 'matin').focus();
  await userEvent.keyboard('{ArrowRight}');
  await userEvent.tab();
  expect(inGrid()).toBe(false);
  await userEvent.tab({ shift: true });
  expect(document.activeElement).toBe(cell(addDays(MONDAY, 1), 'matin'));
  await userEvent.tab({ shift: true });
  expect(inGrid()).toBe(false);
  expect(screen.getAllByRole('button').filter((button) => button.closest('[role="grid"]') && button.tabIndex === 0)).toHaveLength(1);
});

test('arrows, Home, End and the page keys lead through the weeks, and Space chooses', async () => {
  render(<Shown />);
  await userEvent.click(screen.getByRole('button', { name: 'Deux semaines de plus' }));
  cell(MONDAY, 'matin').focus();
  await userEvent.keyboard('{End}');
  expect(document.activeElement).toBe(cell(addDays(MONDAY, 4), 'matin'));
  await userEvent.keyboard('{ArrowDown}{PageDown}');
  expect(document.activeElement).toBe(cell(addDays(MONDAY, 11), 'après-midi'));
  await userEvent.keyboard('{ArrowDown}{Home}');
  expect(document.activeElement).toBe(cell(addDays(MONDAY, 14), 'matin'));
  await userEvent.keyboard('{PageUp}{PageUp} ');
  expect(document.activeElement).toBe(cell(MONDAY, 'matin'));
  expect(screen.getByRole('status').textContent).toBe(`${MONDAY}.am`);
});

test('half-days that are published already are passed over', async () => {
  render(<Shown standing={new Map([[`${addDays(MONDAY, 1)}.am`, 'pourvue']])} />);
  cell(MONDAY, 'matin').focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(cell(addDays(MONDAY, 2), 'matin'));
});
