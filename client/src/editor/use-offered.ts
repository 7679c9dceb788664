import type { PluginKey } from '@tiptap/pm/state';
import { exitSuggestion, type SuggestionKeyDownProps, type SuggestionOptions, type SuggestionProps } from '@tiptap/suggestion';
import { type RefObject, useRef, useState } from 'react';

/** What the suggestion plugin tells the list it opens, and asks of its keys. */
export interface OfferBridge<Item, Chosen> {
  show: (props: SuggestionProps<Item, Chosen> | null) => void;
  keyDown: (props: SuggestionKeyDownProps) => boolean;
}

/** For the plugin, whose options are given once: it speaks to whatever the bridge is by then. */
export const renderThrough =
  <Item, Chosen>(bridge: RefObject<OfferBridge<Item, Chosen>>): NonNullable<SuggestionOptions<Item, Chosen>['render']> =>
  () => ({
    onStart: (props) => bridge.current.show(props),
    onUpdate: (props) => bridge.current.show(props),
    onExit: () => bridge.current.show(null),
    onKeyDown: (props) => bridge.current.keyDown(props),
  });

/** What is offered at the caret and which of it is chosen: by arrows, then Enter or Tab; Escape closes. The focus stays in the text. */
export const useOffered = <Item, Chosen>(key: PluginKey, chosenOf: (item: Item) => Chosen) => {
  const [offered, setOffered] = useState<SuggestionProps<Item, Chosen> | null>(null);
  const [chosen, setChosen] = useState(0);
  const state = useRef({ offered, chosen });
  state.current = { offered, chosen };
  const bridge = useRef<OfferBridge<Item, Chosen>>({ show: () => {}, keyDown: () => false });
  bridge.current = {
    show: (props) => {
      setOffered(props);
      if (props?.query !== state.current.offered?.query) setChosen(0);
    },
    keyDown: ({ event, view }) => {
      const { offered: open, chosen: index } = state.current;
      if (!open) return false;
      if (event.key === 'Escape') {
        exitSuggestion(view, key);
        return true;
      }
      const count = open.items.length;
      if (!count) return false;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        setChosen((index + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
        return true;
      }
      const item = open.items[index];
      if ((event.key !== 'Enter' && event.key !== 'Tab') || event.ctrlKey || event.metaKey || !item) return false;
      open.command(chosenOf(item));
      return true;
    },
  };
  return { offered, chosen, bridge };
};
