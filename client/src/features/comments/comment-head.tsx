import type { Comment } from '@beffroi/shared/features/comments/comments.contract';
import { typeset } from '../../editor/french-typography.ts';
import { PersonAvatar, PersonName, personLabel, type ShownPerson } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from './comments.module.css';

/** Who said it: its author, or the name a Word file gives, which is nobody’s here. */
const speakerOf = ({ author, imported }: Comment): ShownPerson =>
  imported ? { id: `word:${imported.author}`, name: imported.author, commune: null } : author;

/** « Responsable urbanisme, Anzin », « Juriste (Word) ». */
export const speakerLabel = (comment: Comment): string => {
  const label = personLabel(speakerOf(comment));
  return comment.imported ? `${label} (Word)` : label;
};

/** Who says it, since when, and of which passage. */
export function CommentHead({ comment, about }: { comment: Comment; about?: string | undefined }) {
  const { author, imported, createdAt, editedAt } = comment;
  const at = imported ? imported.at : createdAt;
  const speaker = speakerOf(comment);
  return (
    <header className={classes.by}>
      <PersonAvatar person={speaker} size={28} />
      <div>
        <PersonName person={{ ...speaker, name: imported ? `${speaker.name} (Word)` : speaker.name }} />
        <p className={classes.facts}>
          {at && <RelativeTime at={at} />}
          {imported && `${at ? ', i' : 'I'}mporté par ${personLabel(author)}`}
          {editedAt && ', modifié'}
          {about && <>, sur «&nbsp;{typeset(about)}&nbsp;»</>}
        </p>
      </div>
    </header>
  );
}
