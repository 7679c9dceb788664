import type { PersonCard } from '@beffroi/shared/features/directory/directory.contract';
import type { MentionNodeAttrs } from '@tiptap/extension-mention';
import { PluginKey } from '@tiptap/pm/state';
import type { SuggestionOptions, SuggestionProps } from '@tiptap/suggestion';
import { type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { client } from '../lib/api.ts';
import { initials } from '../lib/french-text.ts';
import classes from './mention-list.module.css';
import { type OfferBridge, renderThrough, useOffered } from './use-offered.ts';

const SHOWN = 6;
const mentionKey = new PluginKey('mention');

interface Offer {
  id: string;
  label: string;
  detail: string;
}
type OfferProps = SuggestionProps<Offer, MentionNodeAttrs>;

const offerOf = (person: PersonCard): Offer => {
  const commune = person.communes[0]?.name;
  const detail = [person.function, commune].filter((part) => part && !person.name.includes(part)).join(', ');
  return { id: person.id, label: person.name, detail };
};

const suggestionFor = (
  clubSlug: RefObject<string>,
  bridge: RefObject<OfferBridge<Offer, MentionNodeAttrs>>,
): Omit<SuggestionOptions<Offer, MentionNodeAttrs>, 'editor'> => ({
  char: '@',
  pluginKey: mentionKey,
  debounce: 120,
  items: async ({ query, signal }) => {
    try {
      const { items } = await client.directory.people({ q: query || undefined, club: clubSlug.current, limit: SHOWN }, { signal });
      return items.map(offerOf);
    } catch {
      // Without network « @ » stays a plain character: writing must not stop for it.
      return [];
    }
  },
  render: renderThrough(bridge),
});

/** How people are offered after « @ »: the suggestion for the editor's extension, and what its list needs. */
export const useMentions = (clubSlug: string) => {
  const { offered, chosen, bridge } = useOffered<Offer, MentionNodeAttrs>(mentionKey, ({ id, label }) => ({ id, label }));
  // The club may change while one writes; the editor, which holds the text, may not be made anew for it.
  const club = useRef(clubSlug);
  club.current = clubSlug;
  const suggestion = useMemo(() => suggestionFor(club, bridge), [bridge]);
  return { suggestion, offered, chosen };
};

/** The people offered, beside the caret; the focus stays in the text and `aria-activedescendant` says who is chosen. */
export function MentionList({ offered, chosen }: { offered: OfferProps; chosen: number }) {
  const id = useId();
  const [element] = useState(() => document.createElement('div'));
  const { mount, editor } = offered;
  // The plugin places and removes the element; asking again for each letter would make it blink.
  const first = useRef(mount);
  useEffect(() => first.current(element), [element]);
  useEffect(() => {
    const { dom } = editor.view;
    dom.setAttribute('aria-controls', id);
    dom.setAttribute('aria-haspopup', 'listbox');
    dom.setAttribute('aria-autocomplete', 'list');
    return () => {
      for (const name of ['aria-controls', 'aria-haspopup', 'aria-autocomplete', 'aria-activedescendant']) dom.removeAttribute(name);
    };
  }, [editor, id]);
  const count = offered.items.length;
  useEffect(() => {
    if (count) editor.view.dom.setAttribute('aria-activedescendant', `${id}-${chosen}`);
    else editor.view.dom.removeAttribute('aria-activedescendant');
  }, [editor, id, chosen, count]);
  const said =
    offered.loading && !count
      ? 'Recherche…'
      : count
        ? `${count} personnes proposées, flèches pour choisir`
        : 'Personne de ce nom dans le club';
  return createPortal(
    <div className={classes.box}>
      <div id={id} role="listbox" aria-label="Mentionner">
        {offered.items.map((person, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the text
          <div
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={classes.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => offered.command({ id: person.id, label: person.label })}
          >
            <span className={classes.initials} aria-hidden="true">
              {initials(person.label)}
            </span>
            <span>
              <b>{person.label}</b>
              {person.detail && <span className={classes.detail}>{person.detail}</span>}
            </span>
          </div>
        ))}
      </div>
      <p role="status" className={count ? classes.unseen : classes.none}>
        {said}
      </p>
    </div>,
    element,
  );
}
