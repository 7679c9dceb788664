import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

const TYPING_PAUSE_MS = 200;

/** A text field that becomes `value` (a filter of the address) once the person pauses. */
export const useTypedFilter = (value: string, onChange: (value: string) => void): [string, (text: string) => void] => {
  const [text, setText] = useState(value);
  /** Sent to the address and not yet seen there. */
  const sent = useRef<string[]>([]);
  const send = useDebouncedCallback((next: string) => {
    sent.current.push(next);
    onChange(next);
  }, TYPING_PAUSE_MS);
  useEffect(() => {
    const own = sent.current.indexOf(value);
    sent.current.splice(0, own + 1);
    // The address changed by other means, as when going back: the field follows.
    if (own === -1) setText((now) => (now.trim() === value ? now : value));
  }, [value]);
  const type = (next: string) => {
    setText(next);
    send(next.trim());
  };
  return [text, type];
};
