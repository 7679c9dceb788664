import type { Extensions } from '@tiptap/core';
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { AVATAR_COLOURS } from '../../ui/person-avatar.tsx';
import classes from './carets.module.css';
import { type CaretUser, presentOf } from './people-here.ts';

/** A name stays beside its caret this long after it moved. */
const NAME_SHOWN_MS = 2_500;

const caret = (user: Record<string, unknown>, clientId: number): HTMLElement => {
  const person = presentOf(clientId, { user });
  const element = document.createElement('span');
  element.className = classes.caret ?? '';
  element.dataset.client = String(clientId);
  element.style.setProperty('--caret', person?.colour ?? 'var(--ink-2)');
  element.setAttribute('aria-hidden', 'true');
  const label = document.createElement('span');
  label.className = classes.name ?? '';
  label.textContent = person?.name ?? '';
  // Word joiners keep a line from breaking at the caret.
  element.append('\u2060', label, '\u2060');
  return element;
};

/**
 * The binding says again where the caret stands at each change of others, though nobody's caret moved: with ten people
 * writing that would be a hundred messages where ten are meant.
 */
const quietly = (awareness: Awareness): Awareness =>
  new Proxy(awareness, {
    get: (target, property) => {
      if (property === 'setLocalStateField')
        return (field: string, value: unknown) => {
          if (JSON.stringify(target.getLocalState()?.[field]) !== JSON.stringify(value)) target.setLocalStateField(field, value);
        };
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

/** Shows whose caret it is while it moves. */
const NamesOnMove = (awareness: Awareness) =>
  Extension.create({
    name: 'namesOnMove',
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey('namesOnMove'),
        view: (view) => {
          const timers = new Map<number, ReturnType<typeof setTimeout>>();
          const show = (clientId: number) => {
            const find = () => view.dom.querySelector<HTMLElement>(`[data-client="${clientId}"]`);
            // The caret is drawn after awareness was heard.
            requestAnimationFrame(() => find()?.setAttribute('data-moved', ''));
            clearTimeout(timers.get(clientId));
            timers.set(
              clientId,
              setTimeout(() => find()?.removeAttribute('data-moved'), NAME_SHOWN_MS),
            );
          };
          const heard = ({ added, updated }: { added: number[]; updated: number[] }) => {
            for (const clientId of [...added, ...updated]) if (clientId !== awareness.clientID) show(clientId);
          };
          awareness.on('change', heard);
          return {
            destroy: () => {
              awareness.off('change', heard);
              for (const timer of timers.values()) clearTimeout(timer);
            },
          };
        },
      }),
    ],
  });

/** Two people in a document do not wear one colour: who came with the higher number takes another. */
const ownColour = (awareness: Awareness, me: CaretUser): string => {
  const others = [...awareness.getStates()]
    .filter(([clientId]) => clientId !== awareness.clientID)
    .map(([clientId, state]) => presentOf(clientId, state))
    .filter((person) => person !== null)
    .filter(({ id }) => id !== me.id);
  const present = awareness.getLocalState()?.user?.color ?? me.colour;
  const yields = others.some(({ colour, clientId }) => colour === present && clientId < awareness.clientID);
  if (!yields) return present;
  const worn = new Set(others.map(({ colour }) => colour));
  return AVATAR_COLOURS.find((colour) => !worn.has(colour)) ?? present;
};

/** Tells the others who one is, in a colour of one's own. */
const Myself = (awareness: Awareness, me: CaretUser) =>
  Extension.create({
    name: 'myself',
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey('myself'),
        view: () => {
          const quiet = quietly(awareness);
          const tell = () => quiet.setLocalStateField('user', { id: me.id, name: me.name, color: ownColour(awareness, me) });
          tell();
          awareness.on('change', tell);
          return { destroy: () => awareness.off('change', tell) };
        },
      }),
    ],
  });

/** The carets of the others, each with its name while it moves; and one's own, told to them. */
export const carets = (awareness: Awareness, me: CaretUser): Extensions => [
  Extension.create({
    name: 'carets',
    priority: 999,
    addProseMirrorPlugins: () => [
      yCursorPlugin(quietly(awareness), {
        cursorBuilder: caret,
        selectionBuilder: (user) => ({
          class: classes.selection ?? '',
          style: `--caret: ${presentOf(0, { user })?.colour ?? 'transparent'}`,
        }),
      }),
    ],
  }),
  NamesOnMove(awareness),
  Myself(awareness, me),
];
