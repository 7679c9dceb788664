import type { RichText } from '@beffroi/shared/core/rich-text';
import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import { type ThreadPage, TITLE_LENGTH, threadInput } from '@beffroi/shared/features/forum/forum.contract';
import { THREAD_KINDS, type ThreadKind } from '@beffroi/shared/features/forum/forum.vocabulary';
import { NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { client } from '../../lib/api.ts';
import classes from './ask-form.module.css';
import { AudienceChoice } from './audience-choice.tsx';
import { DraftFound } from './draft-found.tsx';
import { useAttempt } from './forum.api.ts';
import { KindChoice } from './kind-choice.tsx';
import { KIND_WORDS } from './kind-words.ts';
import { fieldProblem, problemSentence } from './problem-sentence.ts';
import { SameQuestion } from './same-question.tsx';
import { TagPicker } from './tag-picker.tsx';
import { TextForm } from './text-form.tsx';
import { type AskDraft, clubsFor, useAskDraft } from './use-ask-draft.ts';
import { readWatch, WatchFields } from './watch-fields.tsx';

interface AskFormProps {
  /** Clubs one may write in, one's own first. */
  clubs: ClubCard[];
  /** From the address: the club looked at, a title typed elsewhere, a kind. */
  club: string | null;
  title: string;
  kind: ThreadKind;
  onAsked: (thread: ThreadPage) => void;
}

/** What the contract says of the title, in its words; null when nothing. */
const titleRefusal = (title: string): string | null => {
  const result = threadInput.shape.title.safeParse(title);
  return result.success ? null : (result.error.issues[0]?.message ?? null);
};

/** Who will read it. */
const seenBy = ({ kind, audience, clubSlug }: AskDraft, clubs: ClubCard[]): string => {
  if (kind === 'announcement' && audience === 'territory') return 'Envoyée à tous les agents du territoire';
  const open = clubs.find(({ slug }) => slug === clubSlug)?.access === 'open';
  return open ? 'Visible de tous les agents du territoire' : 'Visible des membres du club';
};

/** What its kind alone carries. */
const factsOf = ({ kind, watch, audience, tags }: AskDraft) => ({
  ...(tags.length > 0 && { tags }),
  ...(kind === 'watch' && { watch: readWatch(watch).watch ?? undefined }),
  ...(kind === 'announcement' && { audience }),
});

/** A question in under a minute: a club, a title that shows what was already asked, a text. Other kinds say what they are first. */
export function AskForm(props: AskFormProps) {
  const { value, change, chooseKind, chooseClub, discard, clear, round, foundAt } = useAskDraft(props);
  const { attempt, problem, pending } = useAttempt();
  const [checked, setChecked] = useState(false);
  const titleInput = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const { kind } = value;
  const words = KIND_WORDS[kind];
  const atTitle = (checked ? titleRefusal(value.title) : null) ?? fieldProblem(problem, 'title');
  const { refusals } = readWatch(value.watch);
  const kinds = THREAD_KINDS.filter((one) => clubsFor(props.clubs, one).length > 0);

  const send = async (body: RichText) => {
    setChecked(true);
    if (titleRefusal(value.title)) return titleInput.current?.focus();
    const [wrong] = kind === 'watch' ? Object.keys(refusals) : [];
    if (wrong) return form.current?.querySelector<HTMLElement>(`[name="watch.${wrong}"]`)?.focus();
    const { clubSlug, title, idempotencyKey } = value;
    change({ body });
    await attempt({
      act: async () => {
        const thread = await client.forum.create({ slug: clubSlug, kind, title: title.trim(), body, ...factsOf(value), idempotencyKey });
        clear();
        props.onAsked(thread);
      },
    });
  };
  return (
    <div className={classes.ask} ref={form}>
      <div className={classes.head}>
        {foundAt && <DraftFound at={foundAt} onDiscard={discard} />}
        <KindChoice kinds={kinds} value={kind} onChange={chooseKind} />
        <NativeSelect
          label="Club"
          className={classes.club}
          value={value.clubSlug}
          onChange={(event) => chooseClub(event.target.value)}
          data={clubsFor(props.clubs, kind).map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <TextInput
          ref={titleInput}
          label={words.titleLabel}
          placeholder={words.titleExample}
          maxLength={TITLE_LENGTH.max}
          value={value.title}
          error={atTitle}
          data-autofocus
          onChange={(event) => {
            setChecked(false);
            change({ title: event.target.value });
          }}
        />
        {kind === 'watch' && (
          <WatchFields
            value={value.watch}
            refusals={checked ? refusals : {}}
            onChange={(part) => change({ watch: { ...value.watch, ...part } })}
          />
        )}
      </div>
      <div className={classes.similar}>{kind === 'question' && <SameQuestion title={value.title} />}</div>
      <div className={classes.body}>
        <p className={classes.label} aria-hidden="true">
          {words.bodyLabel}
        </p>
        <TextForm
          key={`${round} ${kind}`}
          label={words.bodyName}
          clubSlug={value.clubSlug}
          initial={value.body}
          placeholder={words.bodyHint}
          sendLabel={words.send}
          sending={pending}
          error={problem && !atTitle ? (fieldProblem(problem, 'body') ?? problemSentence(problem)) : null}
          onChange={(body) => change({ body })}
          onSend={(body) => void send(body)}
          note={<span className={classes.note}>{seenBy(value, props.clubs)}</span>}
          before={
            <>
              <TagPicker clubSlug={value.clubSlug} value={value.tags} onChange={(tags) => change({ tags })} />
              {kind === 'announcement' && <AudienceChoice value={value.audience} onChange={(audience) => change({ audience })} />}
            </>
          }
        />
      </div>
    </div>
  );
}
