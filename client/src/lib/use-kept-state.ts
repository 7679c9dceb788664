import { useCallback, useEffect, useState } from 'react';

const read = <T>(key: string): T | null => {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    // Storage is forbidden here, or holds something else: there is nothing to take up.
    return null;
  }
};

const write = (key: string, value: unknown) => {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is forbidden or full: the value lives as long as the page.
  }
};

/** A form's unsent values, which survive a reload and a detour by the sign-in page. Null when nothing was changed. */
export const useKeptState = <T>(key: string): [T | null, (value: T | null) => void] => {
  const [value, setValue] = useState(() => read<T>(key));
  useEffect(() => write(key, value), [key, value]);
  return [value, useCallback((next: T | null) => setValue(next), [])];
};
