import type { RichText } from '@beffroi/shared/core/rich-text';
import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import { type ThreadPage, TITLE_LENGTH, threadInput } from '@beffroi/shared/features/forum/forum.contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useWritingTools, type WrittenText } from '../../editor/writing-tools.tsx';
import { client } from '../../lib/api.ts';
import classes from './ask-form.module.css';
import { DraftFound } from './draft-found.tsx';
import { useAttempt } from './forum.api.ts';
import { fieldProblem, problemSentence } from './problem-sentence.ts';
import { SameQuestion } from './same-question.tsx';
import { TextForm } from './text-form.tsx';

interface AskDraft {
  clubSlug: string;
  title: string;
  body: WrittenText;
  /** The same for every try, so that trying again never asks twice. */
  idempotencyKey: string;
}

interface AskFormProps {
  /** Clubs one may ask in, one's own first. */
  clubs: ClubCard[];
  /** From the address: the club looked at, a title typed elsewhere. */
  club: string | null;
  title: string;
  onAsked: (thread: ThreadPage) => void;
}

/** A title brought from elsewhere has its own draft: it never takes the place of a question already begun. */
const draftKey = (title: string): string => (title ? `ask:${title.slice(0, 80)}` : 'ask');

const useAskDraft = ({ clubs, club, title }: AskFormProps) => {
  const { useDraft } = useWritingTools();
  const draft = useDraft<AskDraft>(draftKey(title));
  const wanted = clubs.find(({ slug }) => slug === club)?.slug ?? clubs[0]?.slug ?? '';
  const empty = (): AskDraft => ({ clubSlug: wanted, title, body: null, idempotencyKey: crypto.randomUUID() });
  const [value, setValue] = useState<AskDraft>(() => {
    const { found } = draft;
    if (!found) return empty();
    return clubs.some(({ slug }) => slug === found.clubSlug) && !club ? found : { ...found, clubSlug: wanted };
  });
  const [round, setRound] = useState(0);
  const [foundAt, setFoundAt] = useState(draft.foundAt);
  const change = (part: Partial<AskDraft>) => {
    const next = { ...value, ...part };
    setValue(next);
    draft.save(next.title.trim() || next.body ? next : null);
  };
  const discard = () => {
    draft.clear();
    setValue({ ...empty(), title: '' });
    setFoundAt(null);
    setRound(round + 1);
  };
  return { value, change, discard, clear: draft.clear, round, foundAt };
};

/** What the contract says of the title, in its words; null when nothing. */
const titleRefusal = (title: string): string | null => {
  const result = threadInput.shape.title.safeParse(title);
  return result.success ? null : (result.error.issues[0]?.message ?? null);
};

/** Who will read the question. */
const seenBy = (club: ClubCard | undefined): string =>
  club?.access === 'open' ? 'Visible de tous les agents du territoire' : 'Visible des membres du club';

/** A question in under a minute: a club, a title that shows what was already asked, a text. */
export function AskForm(props: AskFormProps) {
  const { value, change, discard, clear, round, foundAt } = useAskDraft(props);
  const { attempt, problem, pending } = useAttempt();
  const [refusal, setRefusal] = useState<string | null>(null);
  const titleInput = useRef<HTMLInputElement>(null);
  const atTitle = refusal ?? fieldProblem(problem, 'title');

  const send = async (body: RichText) => {
    const wrong = titleRefusal(value.title);
    setRefusal(wrong);
    if (wrong) return titleInput.current?.focus();
    const { clubSlug, title, idempotencyKey } = value;
    change({ body });
    await attempt({
      act: async () => {
        const thread = await client.forum.create({ slug: clubSlug, kind: 'question', title: title.trim(), body, idempotencyKey });
        clear();
        props.onAsked(thread);
      },
    });
  };
  return (
    <div className={classes.ask}>
      <div className={classes.head}>
        {foundAt && <DraftFound at={foundAt} onDiscard={discard} />}
        <NativeSelect
          label="Club"
          size="md"
          className={classes.club}
          value={value.clubSlug}
          onChange={(event) => change({ clubSlug: event.target.value })}
          data={props.clubs.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <TextInput
          ref={titleInput}
          label="Votre question en une phrase"
          placeholder="Révision de prix : quel indice pour la restauration scolaire ?"
          maxLength={TITLE_LENGTH.max}
          value={value.title}
          error={atTitle}
          data-autofocus
          onChange={(event) => {
            setRefusal(null);
            change({ title: event.target.value });
          }}
        />
      </div>
      <div className={classes.similar}>
        <SameQuestion title={value.title} />
      </div>
      <div className={classes.body}>
        <p className={classes.label} aria-hidden="true">
          Les détails
        </p>
        <TextForm
          key={round}
          label="Les détails de votre question"
          clubSlug={value.clubSlug}
          initial={value.body}
          placeholder="Le contexte, ce que vous avez déjà trouvé, ce qui vous bloque. Collez une image, mentionnez un collègue avec @"
          sendLabel="Poser la question"
          sending={pending}
          error={problem && !atTitle ? (fieldProblem(problem, 'body') ?? problemSentence(problem)) : null}
          onChange={(body) => change({ body })}
          onSend={(body) => void send(body)}
          note={<span className={classes.note}>{seenBy(props.clubs.find(({ slug }) => slug === value.clubSlug))}</span>}
        />
      </div>
    </div>
  );
}
