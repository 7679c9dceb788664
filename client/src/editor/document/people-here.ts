import { useEffect, useMemo, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { AVATAR_COLOURS } from '../../ui/person-avatar.tsx';

/** What a person says of herself in a document; the server holds her to her name. */
export interface CaretUser {
  id: string;
  /** « Responsable urbanisme, Anzin ». */
  name: string;
  colour: string;
}

/** Somebody who has the document open, once a window. */
export interface Present extends CaretUser {
  clientId: number;
  /** Her caret stands in the text. */
  writing: boolean;
}

const text = (value: unknown, longest: number): string => (typeof value === 'string' ? value.slice(0, longest) : '');

/** What another window says of itself is not ours: only what can be shown is taken. */
export const presentOf = (clientId: number, state: Record<string, unknown> | undefined): Present | null => {
  const user = state?.user as Record<string, unknown> | undefined;
  const name = text(user?.name, 120);
  if (!name) return null;
  const colour = text(user?.color, 7);
  return {
    clientId,
    id: text(user?.id, 64) || String(clientId),
    name,
    colour: (AVATAR_COLOURS as readonly string[]).includes(colour) ? colour : (AVATAR_COLOURS[clientId % AVATAR_COLOURS.length] as string),
    writing: Boolean(state?.cursor),
  };
};

const byName = new Intl.Collator('fr', { numeric: true });

const presentIn = (awareness: Awareness): Present[] =>
  [...awareness.getStates()]
    .filter(([clientId]) => clientId !== awareness.clientID)
    .map(([clientId, state]) => presentOf(clientId, state))
    .filter((person) => person !== null)
    .toSorted((a, b) => byName.compare(a.name, b.name) || a.clientId - b.clientId);

const same = (a: Present[], b: Present[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ clientId, name, writing }, index) => b[index]?.clientId === clientId && b[index].name === name && b[index].writing === writing,
  );

/** The others who have the document open; renewed when somebody comes, goes, or enters the text, not at each of their keys. */
export const usePeopleHere = (awareness: Awareness | undefined): Present[] => {
  const [people, setPeople] = useState<Present[]>([]);
  useEffect(() => {
    if (!awareness) return;
    let last: Present[] | null = null;
    // Heard at each move of a caret: React is told only of what changes what is shown.
    const read = () => {
      const now = presentIn(awareness);
      if (last && same(last, now)) return;
      last = now;
      setPeople(now);
    };
    read();
    awareness.on('change', read);
    return () => awareness.off('change', read);
  }, [awareness]);
  return people;
};

/** The same person in two windows is one person. */
export const usePersons = (people: Present[]): Present[] =>
  useMemo(
    () => [...new Map(people.toSorted((a, b) => Number(a.writing) - Number(b.writing)).map((person) => [person.id, person])).values()],
    [people],
  );
