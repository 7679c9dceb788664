import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import { Button } from '@mantine/core';
import type { SelectedPassage } from '../editor/document/use-selected-passage.ts';
import { typeset } from '../editor/french-typography.ts';
import { CommentForm } from '../features/comments/comment-form.tsx';
import { useCommentAct } from '../features/comments/comments.api.ts';
import { ProposeForm } from '../features/suggestions/propose-form.tsx';
import { client } from '../lib/api.ts';
import classes from './document-margin.module.css';

/** What one is about to do with a passage; nothing yet while one only selected it. */
export interface Beginning {
  passage: SelectedPassage;
  act: 'comment' | 'propose' | null;
}

interface SelectionCardProps {
  template: Template;
  mayComment: boolean;
  beginning: Beginning;
  onBegin: (beginning: Beginning | null) => void;
}

const SHORT = 90;
const shortened = (quote: string): string => {
  const line = quote.replaceAll(/\s+/g, ' ');
  return line.length > SHORT ? `${line.slice(0, SHORT).trimEnd()}…` : line;
};

function NewComment({ template, beginning, onBegin }: Omit<SelectionCardProps, 'mayComment'>) {
  const { run, pending, problem } = useCommentAct();
  const { anchor, quote } = beginning.passage;
  return (
    <>
      <p className={classes.quote}>«&nbsp;{typeset(shortened(quote))}&nbsp;»</p>
      <CommentForm
        label="Votre commentaire"
        clubSlug={template.clubSlug}
        draftKey={`comment:${template.id}`}
        sendLabel="Commenter"
        sending={pending}
        error={problem?.detail ?? null}
        onSend={async (body, idempotencyKey) => {
          const done = await run(() => client.comments.create({ id: template.id, anchor, body, idempotencyKey }));
          if (done) onBegin(null);
          return done;
        }}
        onCancel={() => onBegin(null)}
      />
    </>
  );
}

/** What may be done with the passage one selected: comment it, or propose another text where one does not write oneself. */
export function SelectionCard({ template, mayComment, beginning, onBegin }: SelectionCardProps) {
  const { passage, act } = beginning;
  if (act === 'comment') return <NewComment template={template} beginning={beginning} onBegin={onBegin} />;
  if (act === 'propose')
    return <ProposeForm templateId={template.id} passage={passage} onDone={() => onBegin(null)} onCancel={() => onBegin(null)} />;
  const mayPropose = template.abilities['template.suggest'] && !template.abilities['template.edit'];
  return (
    <div className={classes.choice}>
      {mayComment && <Button onClick={() => onBegin({ passage, act: 'comment' })}>Commenter</Button>}
      {mayPropose && <Button onClick={() => onBegin({ passage, act: 'propose' })}>Proposer une modification</Button>}
    </div>
  );
}
