import { TextInput } from '@mantine/core';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import type { FormEvent, Ref } from 'react';
import classes from './search.module.css';

interface SearchFieldProps {
  label: string;
  placeholder: string;
  text: string;
  onType: (text: string) => void;
  /** The words are whole: Enter was struck. */
  onSubmit: () => void;
  ref?: Ref<HTMLInputElement>;
}

/** Where one writes the words to look for. */
export const SearchField = ({ label, placeholder, text, onType, onSubmit, ref }: SearchFieldProps) => {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <search>
      <form onSubmit={submit}>
        <TextInput
          ref={ref}
          className={classes.field ?? ''}
          aria-label={label}
          placeholder={placeholder}
          type="search"
          maxLength={200}
          autoComplete="off"
          leftSection={<IconSearch size={19} stroke={1.8} aria-hidden />}
          value={text}
          onChange={(event) => onType(event.currentTarget.value)}
        />
      </form>
    </search>
  );
};
