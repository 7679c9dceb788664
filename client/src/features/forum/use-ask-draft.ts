import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import type { AnnouncementAudience, ThreadKind } from '@beffroi/shared/features/forum/forum.vocabulary';
import { useState } from 'react';
import { useWritingTools, type WrittenText } from '../../editor/writing-tools.tsx';
import { NO_WATCH, type WatchTyped } from './watch-typed.ts';

export interface AskDraft {
  kind: ThreadKind;
  clubSlug: string;
  title: string;
  body: WrittenText;
  watch: WatchTyped;
  audience: AnnouncementAudience;
  /** Slugs of the club's tags. */
  tags: string[];
  /** The same for every try, so that trying again never asks twice. */
  idempotencyKey: string;
}

interface Start {
  /** Clubs one may write in, one's own first. */
  clubs: ClubCard[];
  /** From the address: the club looked at, a title typed elsewhere, a kind. */
  club: string | null;
  title: string;
  kind: ThreadKind;
}

/** The clubs where one may write a thread of that kind. */
export const clubsFor = (clubs: ClubCard[], kind: ThreadKind): ClubCard[] =>
  kind === 'announcement' ? clubs.filter((club) => club.abilities['thread.announce']) : clubs;

/** The club wanted where it is one of those open to the kind; else the first of them. */
const clubAmong = (clubs: ClubCard[], kind: ThreadKind, wanted: string | null): string => {
  const open = clubsFor(clubs, kind);
  return (open.find(({ slug }) => slug === wanted) ?? open[0])?.slug ?? '';
};

/** A title brought from elsewhere has its own draft: it never takes the place of a question already begun. */
const draftKey = (title: string): string => (title ? `ask:${title.slice(0, 80)}` : 'ask');

const isEmpty = ({ title, body, watch }: AskDraft): boolean => !title.trim() && !body && Object.values(watch).every((value) => !value);

/** What is being written, kept at each keystroke, whatever the kind: changing one's mind about it loses nothing. */
export const useAskDraft = ({ clubs, club, title, kind }: Start) => {
  const { useDraft } = useWritingTools();
  const draft = useDraft<AskDraft>(draftKey(title));
  const empty = (): AskDraft => ({
    kind,
    clubSlug: clubAmong(clubs, kind, club),
    title,
    body: null,
    watch: NO_WATCH,
    audience: 'club',
    tags: [],
    idempotencyKey: crypto.randomUUID(),
  });
  const [value, setValue] = useState<AskDraft>(() => {
    const { found } = draft;
    if (!found) return empty();
    // A draft kept before there were kinds is a question.
    const kept = { ...empty(), ...found, kind: kind === 'question' ? (found.kind ?? kind) : kind };
    const clubSlug = clubAmong(clubs, kept.kind, club ?? found.clubSlug);
    return { ...kept, clubSlug, tags: clubSlug === found.clubSlug ? kept.tags : [] };
  });
  const [round, setRound] = useState(0);
  const [foundAt, setFoundAt] = useState(draft.foundAt);
  const change = (part: Partial<AskDraft>) => {
    const next = { ...value, ...part };
    setValue(next);
    draft.save(isEmpty(next) ? null : next);
  };
  /** Each club keeps tags of its own. */
  const chooseClub = (clubSlug: string) => change({ clubSlug, tags: [] });
  const chooseKind = (chosen: ThreadKind) => {
    const clubSlug = clubAmong(clubs, chosen, value.clubSlug);
    change({ kind: chosen, ...(clubSlug !== value.clubSlug && { clubSlug, tags: [] }) });
  };
  const discard = () => {
    draft.clear();
    setValue({ ...empty(), title: '' });
    setFoundAt(null);
    setRound(round + 1);
  };
  return { value, change, chooseKind, chooseClub, discard, clear: draft.clear, round, foundAt };
};
