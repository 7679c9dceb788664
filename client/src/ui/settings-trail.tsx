import { personLabel } from './person-avatar.tsx';
import { RelativeTime } from './relative-time.tsx';
import classes from './settings-trail.module.css';

interface SettingsTrailProps {
  items: readonly {
    at: string;
    by: { id: string; name: string; commune: { slug: string; name: string } | null };
    changes: readonly { field: string; before: string; after: string }[];
  }[];
  /** How each field is called on the page. */
  labels: Readonly<Record<string, string>>;
}

const SAID: Record<string, string> = { true: 'oui', false: 'non', '': 'rien' };
const said = (value: string): string => SAID[value] ?? value;

/** Who changed settings, and what: folded, since one looks at it when one wonders. */
export function SettingsTrail({ items, labels }: SettingsTrailProps) {
  if (items.length === 0) return null;
  return (
    <details className={classes.trail}>
      <summary>Historique des réglages</summary>
      <ul>
        {items.map(({ at, by, changes }) => (
          <li key={`${at} ${by.name}`}>
            {personLabel(by)}, <RelativeTime at={at} />
            <ul>
              {changes.map(({ field, before, after }) => (
                <li key={field}>
                  {labels[field] ?? field}&nbsp;: <b>{said(after)}</b> au lieu de {said(before)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
