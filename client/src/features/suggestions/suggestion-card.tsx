import { isFromWord, nameInWord } from '@beffroi/shared/collab/word-names';
import { ofPerson } from '@beffroi/shared/core/french-of';
import type { SuggestionDecision } from '@beffroi/shared/features/suggestions/suggestions.contract';
import { client } from '../../lib/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { SteadyButton } from '../../ui/steady-button.tsx';
import { useSuggestionAct } from './suggestions.api.ts';
import classes from './suggestions.module.css';

/** A proposed change, as it stands in the text. */
export interface ShownSuggestion {
  id: string;
  authorId: string;
  authorName: string;
  at: string;
  deletedText: string;
  insertedText: string;
}

interface SuggestionCardProps {
  templateId: string;
  suggestion: ShownSuggestion;
  mayDecide: boolean;
  isOwn: boolean;
  /** What is not saved yet is unknown to the server, which decides. */
  isSaved: boolean;
}

const SHORT = 140;
const shortened = (text: string): string => {
  const line = text.replaceAll('\n', ' ¶ ');
  return line.length > SHORT ? `${line.slice(0, SHORT).trimEnd()}…` : line;
};

/** What is proposed, in a line: « chaque trimestre » struck, « une fois par an » underlined. */
export function Change({ deletedText, insertedText }: Pick<ShownSuggestion, 'deletedText' | 'insertedText'>) {
  return (
    <p className={classes.change}>
      {deletedText && (
        <del>
          <span className={classes.unseen}>Supprimer : </span>
          {shortened(deletedText)}
        </del>
      )}{' '}
      {insertedText && (
        <ins>
          <span className={classes.unseen}>Ajouter : </span>
          {shortened(insertedText)}
        </ins>
      )}
    </p>
  );
}

/** The name a proposal bears is the person’s and her commune’s, or one a Word file gives, which is nobody’s here. */
const personOf = ({ authorId, authorName }: ShownSuggestion) => {
  if (isFromWord(authorName)) return { id: authorName, name: nameInWord(authorName), commune: null };
  const commune = authorName.includes(', ') ? authorName.slice(authorName.lastIndexOf(', ') + 2) : null;
  return { id: authorId, name: authorName, commune: commune ? { name: commune } : null };
};

/** A suggestion beside its text: who, what, and the decision. */
export function SuggestionCard({ templateId, suggestion, mayDecide, isOwn, isSaved }: SuggestionCardProps) {
  const announce = useAnnounce();
  const { run, pending, problem } = useSuggestionAct();
  const { id } = suggestion;
  const decide = async (decision: SuggestionDecision) => {
    if (await run(() => client.suggestions.decide({ id: templateId, decision, ids: [id] })))
      announce(decision === 'accept' ? 'Suggestion acceptée' : 'Suggestion refusée');
  };
  const withdraw = async () => {
    if (await run(() => client.suggestions.withdraw({ id: templateId, suggestionId: id }))) announce('Suggestion retirée');
  };
  const name = isOwn && !isFromWord(suggestion.authorName) ? 'Votre suggestion' : `Suggestion ${ofPerson(suggestion.authorName)}`;
  return (
    <>
      <header className={classes.by}>
        <PersonAvatar person={personOf(suggestion)} size={28} />
        <div>
          <p className={classes.name}>{name}</p>
          <p className={classes.facts}>
            <RelativeTime at={suggestion.at} />
          </p>
        </div>
      </header>
      <Change {...suggestion} />
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem.detail}
        </p>
      )}
      <div className={classes.acts}>
        {mayDecide && (
          <>
            <SteadyButton h={30} fz={14} px={10} variant="default" onClick={() => void decide('accept')} idle={pending || !isSaved}>
              Accepter
            </SteadyButton>
            <SteadyButton h={30} fz={14} px={10} variant="subtle" onClick={() => void decide('refuse')} idle={pending || !isSaved}>
              Refuser
            </SteadyButton>
          </>
        )}
        {isOwn && !mayDecide && (
          <SteadyButton h={30} fz={14} px={10} variant="subtle" onClick={() => void withdraw()} idle={pending || !isSaved}>
            Retirer
          </SteadyButton>
        )}
      </div>
    </>
  );
}
