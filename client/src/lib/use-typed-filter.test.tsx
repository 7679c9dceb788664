import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useTypedFilter } from './use-typed-filter.ts';

const sent = vi.fn();
let goElsewhere: (value: string) => void = () => undefined;

const Search = () => {
  const [value, setValue] = useState('');
  goElsewhere = setValue;
  const [text, type] = useTypedFilter(value, (next) => {
    sent(next);
    setValue(next);
  });
  return <input aria-label="Mots" value={text} onChange={(event) => type(event.currentTarget.value)} />;
};

const field = () => screen.getByLabelText<HTMLInputElement>('Mots');
const typing = (value: string) => fireEvent.change(field(), { target: { value } });

beforeEach(() => {
  vi.useFakeTimers();
  sent.mockClear();
  render(<Search />);
});
afterEach(() => vi.useRealTimers());

it('sends what was typed once, when the person pauses', () => {
  typing('r');
  typing('ré');
  typing('rév');
  expect(sent).not.toHaveBeenCalled();
  act(() => vi.advanceTimersByTime(300));
  expect(sent).toHaveBeenCalledExactlyOnceWith('rév');
});

it('keeps a space being typed between two words', () => {
  typing('prix ');
  act(() => vi.advanceTimersByTime(300));
  expect(sent).toHaveBeenLastCalledWith('prix');
  expect(field().value).toBe('prix ');
});

it('follows the address when it changes by other means', () => {
  typing('prix');
  act(() => vi.advanceTimersByTime(300));
  act(() => goElsewhere('clôture'));
  expect(field().value).toBe('clôture');
});
