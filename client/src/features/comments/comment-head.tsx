import { fromWord, nameInWord } from '@beffroi/shared/collab/word-names';
import type { Comment } from '@beffroi/shared/features/comments/comments.contract';
import { typeset } from '../../editor/french-typography.ts';
import { PersonAvatar, personLabel, type ShownPerson } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from './comments.module.css';

/** Who said it: its author, or the name a Word file gives, which is nobody’s here. */
const speakerOf = ({ author, imported }: Comment): ShownPerson =>
  imported ? { id: fromWord(imported.author), name: nameInWord(imported.author), commune: null } : author;

/** « Responsable urbanisme, Anzin », « Juriste (Word) ». */
export const speakerLabel = ({ author, imported }: Comment): string => (imported ? fromWord(imported.author) : personLabel(author));

/** Who says it, since when, and of which passage. */
export function CommentHead({ comment, about }: { comment: Comment; about?: string | undefined }) {
  const { imported, createdAt, editedAt } = comment;
  const at = imported ? imported.at : createdAt;
  return (
    <header className={classes.by}>
      <PersonAvatar person={speakerOf(comment)} size={28} />
      <div>
        <span className={classes.name}>{speakerLabel(comment)}</span>
        <p className={classes.facts}>
          {at ? <RelativeTime at={at} /> : 'Sans date'}
          {editedAt && ', modifié'}
          {about && <>, sur «&nbsp;{typeset(about)}&nbsp;»</>}
        </p>
      </div>
    </header>
  );
}
