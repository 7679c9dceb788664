import type { EpciCard } from '@beffroi/shared/features/territory/territory.contract';
import { LEGAL_FORM_LABEL } from '@beffroi/shared/features/territory/territory.vocabulary';
import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Ref, useEffect, useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import classes from './installation.module.css';

const TYPING_PAUSE_MS = 180;

/** « Métropole · Moselle · 46 communes ». */
export const epciFacts = ({ legalForm, departments, communeCount }: Omit<EpciCard, 'foundBy'>): string =>
  [LEGAL_FORM_LABEL[legalForm], departments.join(', '), plural(communeCount, 'commune', 'communes')].join(' · ');

const useEpci = (code: string, text: string) => {
  const [q] = useDebouncedValue(text.trim(), TYPING_PAUSE_MS);
  const enabled = q.length > 1;
  const query = useQuery(
    api.territory.search.queryOptions({
      input: { code, q },
      enabled,
      placeholderData: keepPreviousData,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  return { ...query, found: enabled ? query.data : undefined, settled: enabled && q === text.trim() && !query.isFetching };
};

interface EpciSearchProps {
  code: string;
  error?: string | null | undefined;
  inputRef?: Ref<HTMLInputElement>;
  onChoose: (epci: EpciCard) => void;
}

/** Finds an intercommunality while one types; the list is walked with the arrows and chosen from with Enter. */
export const EpciSearch = ({ code, error, inputRef, onChoose }: EpciSearchProps) => {
  const [text, setText] = useState('');
  const announce = useAnnounce();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { found, isError, error: failure, isFetching, settled } = useEpci(code, text);
  const items = found?.items ?? [];
  const total = found?.total ?? 0;
  useEffect(() => {
    if (settled)
      announce(total === 0 ? 'Aucune intercommunalité trouvée' : plural(total, 'intercommunalité trouvée', 'intercommunalités trouvées'));
  }, [settled, total, announce]);
  const choose = (siren: string) => {
    const epci = items.find((item) => item.siren === siren);
    if (!epci) return;
    setText('');
    combobox.closeDropdown();
    onChoose(epci);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} shadow="md" withinPortal={false}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={inputRef ?? null}
          label="Chercher votre intercommunalité"
          description="Par son nom, celui d’une de ses communes, ou son numéro SIREN."
          placeholder="Metz Métropole, Grand Dole, 200039865…"
          autoComplete="off"
          maxLength={120}
          value={text}
          error={isError ? problemOf(failure).detail : error}
          rightSection={isFetching ? <Loader size={16} aria-hidden /> : null}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onFocus={() => text && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!found}>
        <Combobox.Options aria-label="Intercommunalités trouvées">
          {items.map((epci) => (
            <Combobox.Option key={epci.siren} value={epci.siren}>
              <span className={classes.optionName}>{epci.name}</span>
              <span className={classes.optionFacts}>
                {epciFacts(epci)}
                {epci.foundBy && ` · dont ${epci.foundBy}`}
              </span>
            </Combobox.Option>
          ))}
          {found && items.length === 0 && <Combobox.Empty>Aucune intercommunalité de ce nom. Essayez celui d’une commune.</Combobox.Empty>}
        </Combobox.Options>
        {total > items.length && <Combobox.Footer>Un mot de plus précise la recherche.</Combobox.Footer>}
      </Combobox.Dropdown>
    </Combobox>
  );
};
