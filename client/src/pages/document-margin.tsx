import { ofPerson } from '@beffroi/shared/core/french-of';
import type { CommentThread } from '@beffroi/shared/features/comments/comments.contract';
import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { DocumentSlot } from '../editor/document/document-screen.tsx';
import { focusText } from '../editor/document/focus-text.ts';
import { type Active, showActive, showCommented } from '../editor/document/highlights.ts';
import { MarginCards, type MarginItem } from '../editor/document/margin-cards.tsx';
import { type MarginPlaces, useMarginPlaces } from '../editor/document/use-proposals.ts';
import { CommentCard } from '../features/comments/comment-card.tsx';
import { speakerLabel } from '../features/comments/comment-head.tsx';
import { useComments, useCommentsRealtime } from '../features/comments/comments.api.ts';
import { articleToDecide } from '../features/suggestions/article-to-decide.ts';
import { DecisionList } from '../features/suggestions/decision-list.tsx';
import { SuggestionCard } from '../features/suggestions/suggestion-card.tsx';
import { ErrorState } from '../ui/states.tsx';
import classes from './document-margin.module.css';
import { MarginHead, type Shown } from './margin-head.tsx';
import { commentModeration } from './moderate-comment.tsx';
import { type Beginning, SelectionCard } from './selection-card.tsx';

interface DocumentMarginProps {
  slot: DocumentSlot;
  template: Template;
  personId: string;
  active: Active;
  onActive: (active: Active) => void;
  beginning: Beginning | null;
  onBegin: (beginning: Beginning | null) => void;
  /** One under the other, as in a drawer. */
  stacked?: boolean;
}

const COMMENT = 'commentaire-';
const SUGGESTION = 'suggestion-';
const SELECTION = 'passage-choisi';

const keyOf = (active: Active): string | null => active && `${active.kind === 'comment' ? COMMENT : SUGGESTION}${active.id}`;
const activeOf = (key: string): Active => {
  if (key.startsWith(COMMENT)) return { kind: 'comment', id: key.slice(COMMENT.length) };
  return key.startsWith(SUGGESTION) ? { kind: 'proposal', id: key.slice(SUGGESTION.length) } : null;
};
/** What mails and notifications lead to. */
export const addressedComment = (): Active => {
  const key = window.location.hash.slice(1);
  return key.startsWith(COMMENT) ? activeOf(key) : null;
};

const commentItem = (thread: CommentThread, { passages }: MarginPlaces, clubSlug: string, isOpen: boolean): MarginItem => {
  const passage = passages.get(thread.id);
  return {
    key: `${COMMENT}${thread.id}`,
    pos: passage?.from ?? null,
    label: `Commentaire ${ofPerson(speakerLabel(thread))}`,
    card: <CommentCard thread={thread} clubSlug={clubSlug} isGone={passage === null} isOpen={isOpen} moderation={commentModeration} />,
  };
};

const suggestionItem = (
  suggestion: MarginPlaces['proposals'][number],
  { template, personId, isSaved }: { template: Template; personId: string; isSaved: boolean },
): MarginItem => ({
  key: `${SUGGESTION}${suggestion.id}`,
  pos: suggestion.from,
  label: `Suggestion ${ofPerson(suggestion.authorName)}`,
  card: (
    <SuggestionCard
      templateId={template.id}
      suggestion={suggestion}
      mayDecide={template.abilities['template.edit']}
      isOwn={suggestion.authorId === personId && template.abilities['template.suggest']}
      isSaved={isSaved}
    />
  ),
});

/** Brings the text of what is looked at into view, where it is out of it. */
const bringIntoView = ({ editor }: DocumentSlot, pos: number | null | undefined): void => {
  if (!editor || editor.isDestroyed || pos === null || pos === undefined || pos > editor.state.doc.content.size) return;
  const { top } = editor.view.coordsAtPos(pos);
  if (top > 90 && top < window.innerHeight - 60) return;
  const { node } = editor.view.domAtPos(pos);
  (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
};

/** Beside a model's text: what is proposed and what is said of it, in the order of the text. */
export function DocumentMargin({ slot, template, personId, active, onActive, beginning, onBegin, stacked = false }: DocumentMarginProps) {
  const { editor, state } = slot;
  const [shown, setShown] = useState<Shown>('open');
  const status = shown === 'resolved' ? 'resolved' : 'open';
  const { threads, mayComment, problem, retry } = useComments(template.id, status);
  useCommentsRealtime(template.id);
  const places = useMarginPlaces(editor);
  const isSaved = state.kind === 'saved' || state.kind === 'reading';

  const named = threads.map(({ id, anchor, quote }) => ({ id, anchor, quote }));
  const commented = JSON.stringify(named);
  // Before it is painted: what is not looked for yet would stand first.
  useLayoutEffect(() => {
    if (editor && !editor.isDestroyed) showCommented(editor, JSON.parse(commented));
  }, [editor, commented]);
  useEffect(() => {
    if (editor && !editor.isDestroyed) showActive(editor, active);
  }, [editor, active]);

  // What one was about to do is done, or given up: one was in the text. In a drawer it lies behind.
  const begin = useCallback(
    (next: Beginning | null) => {
      onBegin(next);
      if (!next && !stacked) focusText(editor);
    },
    [onBegin, editor, stacked],
  );

  const items = useMemo(() => {
    const proposals = shown === 'open' ? places.proposals : [];
    const all = [
      ...(shown === 'decided' ? [] : threads).map((thread) =>
        commentItem(thread, places, template.clubSlug, active?.kind === 'comment' && active.id === thread.id),
      ),
      ...proposals.map((suggestion) => suggestionItem(suggestion, { template, personId, isSaved })),
    ];
    if (beginning)
      all.push({
        key: SELECTION,
        // In a drawer there is no text beside it: what one is about to do comes first.
        pos: stacked ? null : beginning.passage.from,
        label: 'Passage choisi',
        card: <SelectionCard template={template} mayComment={mayComment} beginning={beginning} onBegin={begin} />,
      });
    return all.sort((a, b) => (a.pos ?? -1) - (b.pos ?? -1));
  }, [threads, places, template, personId, isSaved, shown, beginning, mayComment, begin, stacked, active]);

  // A notification leads to a comment: its text is shown once it is found.
  const addressed = useRef(keyOf(addressedComment()));
  useEffect(() => {
    const item = items.find(({ key, pos }) => key === addressed.current && pos !== null);
    if (!item) return;
    addressed.current = null;
    bringIntoView(slot, item.pos);
  });

  const choose = (key: string) => {
    if (key === SELECTION) return;
    onActive(activeOf(key));
    bringIntoView(slot, items.find((item) => item.key === key)?.pos);
  };
  const articleNow = () => {
    if (!editor || editor.isDestroyed) return null;
    const looked = active && items.find((item) => item.key === keyOf(active))?.pos;
    return articleToDecide(editor.state.doc, looked ?? editor.state.selection.from);
  };
  return (
    <div className={classes.margin} data-stacked={stacked || undefined}>
      <MarginHead
        shown={shown}
        onShow={setShown}
        templateId={template.id}
        waiting={places.proposals.length}
        mayDecide={template.abilities['template.edit']}
        articleNow={articleNow}
        isSaved={isSaved}
      />
      {/* Off line the bar says so already; they are read again on return. */}
      {problem?.status === 0 && <p className={classes.empty}>Les commentaires se lisent une fois en ligne.</p>}
      {problem && problem.status !== 0 && <ErrorState problem={problem} retry={retry} />}
      {shown === 'decided' && (
        <div className={classes.decided}>
          <DecisionList templateId={template.id} />
        </div>
      )}
      {items.length === 0 && shown !== 'decided' && !problem && (
        <p className={classes.empty}>
          {status === 'resolved'
            ? 'Aucun commentaire résolu.'
            : mayComment
              ? 'Sélectionnez un passage pour le commenter ou en proposer un autre.'
              : 'Aucun commentaire.'}
        </p>
      )}
      <MarginCards
        editor={editor}
        items={items}
        active={beginning ? SELECTION : keyOf(active)}
        onActive={choose}
        revision={places.revision}
        stacked={stacked}
      />
    </div>
  );
}
