import type { ModelForClause } from '@beffroi/shared/features/clauses/clauses.contract';
import { TEMPLATE_KIND_LABEL } from '@beffroi/shared/features/templates/templates.vocabulary';
import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { typeset } from '../../editor/french-typography.ts';
import { api, problemOf } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import classes from './clauses.module.css';

const TYPING_PAUSE_MS = 180;

const labelOf = ({ kind, title }: ModelForClause): string => {
  const { short } = TEMPLATE_KIND_LABEL[kind];
  return title.startsWith(short) ? title : `${short} – ${title}`;
};

/** The models one may propose in; with words, those that hold them. Until the next are known, those found last stay. */
const useModels = (threadId: string, words: string) => {
  const [q] = useDebouncedValue(words.trim(), TYPING_PAUSE_MS);
  const query = useQuery(api.clauses.models.queryOptions({ input: { id: threadId, ...(q && { q }) }, placeholderData: keepPreviousData }));
  return { ...query, settled: q === words.trim() && !query.isFetching };
};

/** Whether there is any model to propose in; undefined until it is known. */
export const useAnyModel = (threadId: string): boolean | undefined => {
  const { data } = useQuery(api.clauses.models.queryOptions({ input: { id: threadId } }));
  return data && data.items.length > 0;
};

const clubsOf = (models: ModelForClause[]): { name: string; models: ModelForClause[] }[] =>
  [...new Set(models.map(({ clubSlug }) => clubSlug))].map((slug) => {
    const own = models.filter(({ clubSlug }) => clubSlug === slug);
    return { name: own[0]?.clubName ?? '', models: own };
  });

interface ModelFieldProps {
  threadId: string;
  chosen: ModelForClause | null;
  onChoose: (model: ModelForClause | null) => void;
}

/** Which model, club by club; found by its name or its text as one types, walked with the arrows and chosen from with Enter. */
export function ModelField({ threadId, chosen, onChoose }: ModelFieldProps) {
  const [text, setText] = useState('');
  const announce = useAnnounce();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const words = chosen ? '' : text;
  const { data, error, isFetching, settled } = useModels(threadId, words);
  const models = data?.items ?? [];
  const count = models.length;
  useEffect(() => {
    if (settled && words.trim()) announce(count === 0 ? 'Aucun modèle trouvé' : plural(count, 'modèle trouvé', 'modèles trouvés'));
  }, [settled, words, count, announce]);
  const choose = (id: string) => {
    const model = models.find((one) => one.id === id);
    if (!model) return;
    setText(labelOf(model));
    combobox.closeDropdown();
    onChoose(model);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} size="md" shadow="md">
      <Combobox.Target withExpandedAttribute>
        <TextInput
          data-autofocus
          label="Modèle"
          description="Par son nom, ou par des mots de son texte."
          placeholder="CCAP nettoyage, révision des prix…"
          autoComplete="off"
          maxLength={200}
          value={text}
          error={error && problemOf(error).detail}
          rightSection={isFetching ? <Loader size={16} aria-hidden /> : null}
          onChange={(event) => {
            setText(event.currentTarget.value);
            if (chosen) onChoose(null);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          // A list that opened with the dialog would lie over what it says.
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!data}>
        <Combobox.Options className={classes.models ?? ''} aria-label="Modèles où proposer">
          {clubsOf(models).map(({ name, models: own }) => (
            <Combobox.Group key={name} label={name}>
              {own.map((model) => (
                <Combobox.Option key={model.id} value={model.id} active={model.id === chosen?.id}>
                  {typeset(labelOf(model))}
                  {model.found && <span className={classes.found}>{typeset(model.found)}</span>}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {count === 0 && <Combobox.Empty>Aucun modèle en cours d’écriture ne réunit ces mots. Essayez avec moins de mots.</Combobox.Empty>}
        </Combobox.Options>
        {data?.more && <Combobox.Footer>Un mot de plus précise la recherche.</Combobox.Footer>}
      </Combobox.Dropdown>
    </Combobox>
  );
}
