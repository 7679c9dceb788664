import { Menu, Tooltip } from '@mantine/core';
import { initials, plural } from '../../lib/french-text.ts';
import classes from './people-bar.module.css';
import type { Present } from './people-here.ts';

/** The commune's initials, as everywhere: a label ends with it. */
const mark = (name: string): string => initials(name.split(', ').at(-1) ?? name);

interface PeopleBarProps {
  people: Present[];
  /** As many are shown, the rest counted. */
  shown: number;
  /** Whom one follows. */
  followed: Present | null;
  onFollow: (clientId: number | null) => void;
}

/** Who else has the document open; choosing somebody follows her caret. */
export function PeopleBar({ people, shown, followed, onFollow }: PeopleBarProps) {
  if (people.length === 0) return null;
  const more = people.slice(shown);
  return (
    <ul className={classes.people} aria-label="Personnes présentes">
      {people.slice(0, shown).map((person) => {
        const isFollowed = followed?.id === person.id;
        const words = isFollowed ? `Ne plus suivre ${person.name}` : `Suivre ${person.name}`;
        return (
          <li key={person.id}>
            <Tooltip label={`${person.name}${person.writing ? ', dans le texte' : ''}`}>
              <button
                type="button"
                className={classes.person}
                style={{ background: person.colour }}
                data-writing={person.writing || undefined}
                aria-pressed={isFollowed}
                aria-label={words}
                onClick={() => onFollow(isFollowed ? null : person.clientId)}
              >
                {mark(person.name)}
              </button>
            </Tooltip>
          </li>
        );
      })}
      {more.length > 0 && (
        <li>
          <Menu position="bottom-end">
            <Menu.Target>
              <button
                type="button"
                className={classes.more}
                title={more.map(({ name }) => name).join(' · ')}
                aria-label={`et ${plural(more.length, 'autre', 'autres')} : ${more.map(({ name }) => name).join(', ')}`}
              >
                +{more.length}
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {more.map(({ id, name, clientId }) => (
                <Menu.Item key={id} onClick={() => onFollow(followed?.id === id ? null : clientId)}>
                  {followed?.id === id ? 'Ne plus suivre' : 'Suivre'} {name}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </li>
      )}
    </ul>
  );
}
