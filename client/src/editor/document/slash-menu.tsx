import { Extension } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion';
import { type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { fold } from '../../lib/french-fold.ts';
import { plural } from '../../lib/french-text.ts';
import mentions from '../mention-list.module.css';
import { type OfferBridge, renderThrough, useOffered } from '../use-offered.ts';
import { type Insertion, insertions } from './slash-commands.ts';
import classes from './slash-menu.module.css';

type Offered = SuggestionProps<Insertion, Insertion>;

const key = new PluginKey('slashMenu');

const matching = (all: Insertion[], query: string): Insertion[] => {
  const wanted = fold(query);
  return all.filter(
    ({ label, words }) =>
      `${fold(label)} ${fold(words)}`.split(' ').some((word) => word.startsWith(wanted)) || fold(label).startsWith(wanted),
  );
};

const slashExtension = (pickImage: RefObject<() => void>, bridge: RefObject<OfferBridge<Insertion, Insertion>>) => {
  const all = insertions(() => pickImage.current());
  return Extension.create({
    name: 'slashMenu',
    addProseMirrorPlugins() {
      return [
        Suggestion<Insertion, Insertion>({
          editor: this.editor,
          pluginKey: key,
          char: '/',
          // « et/ou » and « 12/05 » are text.
          allowedPrefixes: [' ', '\u00a0', '\u202f'],
          items: ({ query }) => matching(all, query),
          command: ({ editor, range, props }) => {
            editor.chain().focus().deleteRange(range).run();
            props.run(editor);
          },
          render: renderThrough(bridge),
        }),
      ];
    },
  });
};

/** What « / » offers: the extension for the editor, and what its list needs. */
export const useSlashMenu = (pickImage: () => void) => {
  const { offered, chosen, bridge } = useOffered<Insertion, Insertion>(key, (insertion) => insertion);
  const pick = useRef(pickImage);
  pick.current = pickImage;
  const extension = useMemo(() => slashExtension(pick, bridge), [bridge]);
  return { extension, offered, chosen };
};

/** Scrolls the list alone: `scrollIntoView` would take the page along while the list has no place yet. */
const keepInSight = (element: HTMLElement): void => {
  const option = element.querySelector<HTMLElement>('[aria-selected="true"]');
  const list = option?.parentElement;
  if (!option || !list) return;
  const [inner, outer] = [option.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top;
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom;
};

/** The list beside the caret; the focus stays in the text and `aria-activedescendant` says what is chosen. */
export function SlashList({ offered, chosen }: { offered: Offered; chosen: number }) {
  const id = useId();
  const [element] = useState(() => Object.assign(document.createElement('div'), { className: classes.place }));
  const { mount, editor, items } = offered;
  const first = useRef(mount);
  useEffect(() => first.current(element), [element]);
  useEffect(() => {
    const { dom } = editor.view;
    dom.setAttribute('aria-controls', id);
    return () => {
      dom.removeAttribute('aria-controls');
      dom.removeAttribute('aria-activedescendant');
    };
  }, [editor, id]);
  useEffect(() => {
    if (items.length) editor.view.dom.setAttribute('aria-activedescendant', `${id}-${chosen}`);
    else editor.view.dom.removeAttribute('aria-activedescendant');
    keepInSight(element);
  }, [editor, element, id, chosen, items.length]);
  return createPortal(
    <div className={mentions.box}>
      <div id={id} role="listbox" aria-label="Insérer" className={classes.list}>
        {items.map(({ label, detail, icon: ItemIcon }, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the text
          <div
            key={label}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={mentions.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => offered.command(items[index] as Insertion)}
          >
            <span className={classes.icon} aria-hidden="true">
              <ItemIcon size={17} stroke={1.8} />
            </span>
            <span className={classes.label}>{label}</span>
            {detail && <span className={mentions.detail}>{detail}</span>}
          </div>
        ))}
      </div>
      <p role="status" className={items.length ? mentions.unseen : mentions.none}>
        {items.length ? `${plural(items.length, 'choix', 'choix')}, flèches pour choisir` : 'Rien de ce nom à insérer'}
      </p>
    </div>,
    element,
  );
}
