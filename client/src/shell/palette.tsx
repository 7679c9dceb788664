import { Modal, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../lib/api.ts';
import { exchangeRights } from '../lib/exchange-rights.ts';
import { plural } from '../lib/french-text.ts';
import { useMe } from '../lib/me.ts';
import { useClubs } from './my-clubs.ts';
import { closeOverlay } from './overlays.ts';
import classes from './palette.module.css';
import { type PaletteAction, type PaletteGroup, paletteGroups } from './palette-actions.ts';
import { PaletteLine } from './palette-line.tsx';

const TYPING_PAUSE_MS = 150;
const LETTERS_MIN = 2;
/** More hits than lines, since several may stand in one discussion. */
const HITS_READ = 15;
const PEOPLE_SHOWN = 3;

/** What is found while typing; a request still under way is dropped when the next begins. */
const useFound = (query: string) => {
  const { abilities } = useMe();
  const [paused] = useDebouncedValue(query, TYPING_PAUSE_MS);
  const enough = paused.length >= LETTERS_MIN;
  const hits = useQuery(
    api.search.search.queryOptions({
      input: { q: paused, typing: 'true', limit: HITS_READ },
      enabled: enough && abilities['search.use'],
      placeholderData: keepPreviousData,
    }),
  );
  const people = useQuery(
    api.directory.people.queryOptions({
      input: { q: paused, limit: PEOPLE_SHOWN },
      enabled: enough && abilities['directory.read'],
      placeholderData: keepPreviousData,
    }),
  );
  const shown = query.length >= LETTERS_MIN;
  return {
    hits: (shown && hits.data?.items) || [],
    related: (shown && hits.data?.related) || [],
    people: (shown && people.data?.items) || [],
    searching: hits.isFetching || people.isFetching || paused !== query,
  };
};

const useGroups = (query: string): { groups: PaletteGroup[]; searching: boolean } => {
  const me = useMe();
  const { all } = useClubs();
  const { hits, related, people, searching } = useFound(query);
  const groups = useMemo(
    () =>
      paletteGroups({
        query,
        clubs: all ?? [],
        hits,
        related,
        people: people.slice(0, PEOPLE_SHOWN),
        rights: {
          directory: me.abilities['directory.read'],
          search: me.abilities['search.use'],
          replacements: me.abilities['replacements.read'],
          exchanges: exchangeRights(me),
        },
      }),
    [query, all, hits, related, people, me],
  );
  return { groups, searching };
};

/** Which line the keyboard stands on: kept by key, since results arrive while one moves. */
const useStanding = (actions: PaletteAction[], query: string) => {
  const [wanted, setWanted] = useState<{ key: string; query: string } | null>(null);
  const found = wanted?.query === query ? actions.findIndex((action) => action.key === wanted.key) : -1;
  const index = Math.max(0, found);
  const stand = (to: number) => {
    const action = actions[(to + actions.length) % actions.length];
    if (action) setWanted({ key: action.key, query });
  };
  return { current: actions[index], index, stand };
};

/** Ctrl/Cmd-K: go to, search, ask. A combobox whose list is always open (ARIA Authoring Practices). */
export const Palette = () => {
  const navigate = useNavigate();
  const id = useId();
  const [text, setText] = useState('');
  // Never behind the field: an arrow or Enter typed at once would act on the list of an earlier text.
  const query = text.trim().replace(/\s+/g, ' ');
  const { groups, searching } = useGroups(query);
  const actions = groups.flatMap((group) => group.actions);
  const { current, index, stand } = useStanding(actions, query);
  const optionId = (action: PaletteAction) => `${id}-${action.key}`;
  const currentId = current && optionId(current);
  useEffect(() => {
    if (currentId) document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  const choose = (action: PaletteAction) => {
    closeOverlay({ leaving: true });
    void navigate(action.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const moves: Record<string, number | undefined> = { ArrowDown: index + 1, ArrowUp: index - 1 };
    const to = moves[event.key];
    if (to !== undefined) stand(to);
    else if (event.key === 'Enter' && current) choose(current);
    else return;
    event.preventDefault();
  };

  return (
    <Modal.Root opened onClose={() => closeOverlay()} size={640} yOffset="8vh" returnFocus={false}>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content aria-label="Chercher, aller à, poser une question" classNames={{ content: classes.content ?? '' }}>
        <div className={classes.field}>
          <IconSearch size={19} stroke={1.8} aria-hidden />
          <input
            data-autofocus
            role="combobox"
            aria-label="Chercher une question, un club, une personne"
            aria-expanded="true"
            aria-autocomplete="list"
            aria-controls={`${id}-list`}
            aria-activedescendant={currentId}
            placeholder="Chercher une question, un club, une personne…"
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <kbd>Échap</kbd>
        </div>
        <div id={`${id}-list`} role="listbox" aria-label="Propositions" className={classes.list} aria-busy={searching}>
          {groups.map((group, order) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox is no fieldset.
            <div key={group.title} role="group" aria-labelledby={`${id}-group-${order}`}>
              <div id={`${id}-group-${order}`} className={classes.group}>
                {group.title}
              </div>
              {group.actions.map((action) => (
                <PaletteLine key={action.key} id={optionId(action)} action={action} current={action === current} onChoose={choose} />
              ))}
            </div>
          ))}
        </div>
        <VisuallyHidden role="status">{searching || !query ? '' : plural(actions.length, 'proposition', 'propositions')}</VisuallyHidden>
      </Modal.Content>
    </Modal.Root>
  );
};
