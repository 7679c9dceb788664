import type { SavedSearch } from '@beffroi/shared/features/vacancies/vacancies.contract';
import type { VacancyFilters } from '@beffroi/shared/features/vacancies/vacancies.filters';
import { ActionIcon, Switch, TextInput } from '@mantine/core';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { api, problemOf } from '../../lib/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import { offerUndo } from '../../ui/undo-notice.tsx';
import classes from './vacancies.module.css';
import { addressOf } from './vacancy-address.ts';

const useRefresh = () => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: api.vacancies.searches.key() });
};

interface SaveSearchProps {
  filters: VacancyFilters;
  /** What it is called unless one says otherwise. */
  name: string;
}

/** Keeps the present search, and tells of what is new. */
export function SaveSearch({ filters, name: proposed }: SaveSearchProps) {
  const refresh = useRefresh();
  const announce = useAnnounce();
  const [name, setName] = useState<string | null>(null);
  const save = useMutation(
    api.vacancies.saveSearch.mutationOptions({
      onSuccess: () => {
        announce('Recherche enregistrée. Les nouvelles offres vous seront signalées.');
        setName(null);
        return refresh();
      },
    }),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name: (name ?? proposed).trim() || proposed, filters, alert: true });
  };
  return (
    <form className={classes.save} onSubmit={send}>
      <TextInput
        label="Nom de la recherche"
        value={name ?? proposed}
        maxLength={80}
        error={save.error ? (problemOf(save.error).errors?.[0]?.message ?? problemOf(save.error).detail) : null}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <BusyButton type="submit" busy={save.isPending}>
        Enregistrer et m’alerter
      </BusyButton>
    </form>
  );
}

function SearchRow({ search }: { search: SavedSearch }) {
  const refresh = useRefresh();
  const change = useMutation(api.vacancies.changeSearch.mutationOptions({ onSettled: refresh }));
  const restore = useMutation(api.vacancies.saveSearch.mutationOptions({ onSettled: refresh }));
  const remove = useMutation(
    api.vacancies.removeSearch.mutationOptions({
      onSuccess: () => {
        const { name, filters, alert } = search;
        offerUndo({ message: `Recherche «\u00a0${name}\u00a0» supprimée.`, undo: () => restore.mutate({ name, filters, alert }) });
        return refresh();
      },
    }),
  );
  return (
    <li className={classes.searchRow}>
      <Link className={classes.link} to={addressOf(search.filters)}>
        {search.name}
      </Link>
      <Switch
        size="xs"
        label="Alerte"
        aria-label={`Alerte pour ${search.name}`}
        checked={change.isPending ? change.variables.alert === true : search.alert}
        onChange={({ currentTarget }) => change.mutate({ id: search.id, alert: currentTarget.checked })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Supprimer la recherche ${search.name}`}
        onClick={() => remove.mutate({ id: search.id })}
      >
        <IconTrash size={16} stroke={1.8} aria-hidden />
      </ActionIcon>
    </li>
  );
}

/** One's saved searches: each a link to what it finds, with its alert. */
export function SavedSearches() {
  const query = useQuery(api.vacancies.searches.queryOptions());
  const searches = query.data?.items ?? [];
  if (searches.length === 0)
    return <p className={classes.hint}>Filtrez la liste puis enregistrez la recherche&nbsp;: Beffroi vous signale ce qui paraît.</p>;
  return (
    <ul className={classes.searches} aria-label="Recherches enregistrées">
      {searches.map((search) => (
        <SearchRow key={search.id} search={search} />
      ))}
    </ul>
  );
}
