import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { ReactNode } from 'react';
import { longDate } from '../../lib/french-dates.ts';
import { PersonAvatar, PersonName, personLabel } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from './byline.module.css';

interface BylineProps {
  author: PersonRef;
  at: string;
  /** When it was last changed; null when it never was. */
  editedAt: string | null;
  editedBy: PersonRef | null;
  onHistory?: (() => void) | undefined;
  children?: ReactNode;
}

/** Who wrote and when; « modifiée » opens the earlier versions. */
export function Byline({ author, at, editedAt, editedBy, onHistory, children }: BylineProps) {
  return (
    <header className={classes.byline} data-row>
      <PersonAvatar person={author} />
      <div className={classes.words}>
        <PersonName person={author} />
        <div className={classes.facts}>
          <RelativeTime at={at} />
          {editedAt && (
            <>
              {' · '}
              <button
                type="button"
                className={classes.edited}
                onClick={onHistory}
                title={`Modifiée ${longDate(editedAt)} : voir les versions`}
              >
                modifiée{editedBy && editedBy.id !== author.id && ` par ${personLabel(editedBy)}`}
              </button>
            </>
          )}
        </div>
      </div>
      {children}
    </header>
  );
}
