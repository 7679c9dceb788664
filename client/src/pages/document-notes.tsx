import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import { Button, Drawer } from '@mantine/core';
import '@mantine/core/styles/Drawer.layer.css';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import '../editor/document/proposals.css';
import type { DocumentSlot } from '../editor/document/document-screen.tsx';
import type { Active } from '../editor/document/highlights.ts';
import { anchored, useSelection } from '../editor/document/use-selected-passage.ts';
import classes from './document-margin.module.css';
import { DocumentMargin } from './document-margin.tsx';
import type { Beginning } from './selection-card.tsx';
import { useModeOf } from './use-suggesting.ts';

interface DocumentNotesProps {
  slot: DocumentSlot;
  template: Template;
  personId: string;
  active: Active;
  onActive: (active: Active) => void;
  isSuggesting: boolean;
  refusal: string | null;
  /** How often one asked to be led here. */
  asked: number;
}

/** What one selected, until one does something with it or selects something else. */
const useBeginning = ({ editor, live }: DocumentSlot, mayAct: boolean) => {
  const selection = useSelection(editor);
  const [beginning, setBeginning] = useState<Beginning | null>(null);
  const doc = live?.doc;
  useEffect(() => {
    if (!editor || !doc || !mayAct) return;
    setBeginning((before) => {
      // A text being written is not lost by selecting something else.
      if (before?.act) return before;
      return selection ? { passage: anchored(editor, doc, selection), act: null } : null;
    });
  }, [editor, doc, selection, mayAct]);
  return [beginning, setBeginning] as const;
};

/** Ctrl-Alt-M comments what is selected, as in word processors. */
const useCommentKey = (beginning: Beginning | null, onBegin: (beginning: Beginning) => void) => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isAsked = event.code === 'KeyM' && event.altKey && (event.ctrlKey || event.metaKey);
      if (!isAsked || !beginning || beginning.act) return;
      event.preventDefault();
      onBegin({ ...beginning, act: 'comment' });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [beginning, onBegin]);
};

/** Suggestions and comments: beside the text, or in a drawer where there is no room beside it. */
export function DocumentNotes({ slot, template, personId, active, onActive, isSuggesting, refusal, asked }: DocumentNotesProps) {
  const isNarrow = useMediaQuery('(max-width: 60em)') ?? false;
  const [isOpen, setOpen] = useState(active !== null);
  useEffect(() => {
    if (asked > 0) setOpen(true);
  }, [asked]);
  // Where the direct line is blocked, what is shown is a copy, in which nothing can be anchored.
  const isLive = ['saved', 'saving', 'offline', 'reading'].includes(slot.state.kind);
  const [beginning, setBeginning] = useBeginning(slot, isLive && template.abilities['template.suggest']);
  useCommentKey(beginning, setBeginning);
  useModeOf(slot.editor, isSuggesting);
  const margin = (
    <DocumentMargin
      slot={slot}
      template={template}
      personId={personId}
      active={active}
      onActive={onActive}
      beginning={beginning}
      onBegin={setBeginning}
      stacked={isNarrow}
    />
  );
  return (
    <>
      {refusal && (
        <p role="alert" className={classes.refusal}>
          {refusal}
        </p>
      )}
      {isNarrow ? (
        <>
          <div className={classes.open} data-print="hidden">
            <Button onClick={() => setOpen(true)}>{beginning ? 'Commenter ce passage' : 'Commentaires et suggestions'}</Button>
          </div>
          <Drawer opened={isOpen} onClose={() => setOpen(false)} title="Commentaires et suggestions" position="bottom" size="75%">
            {margin}
          </Drawer>
        </>
      ) : (
        margin
      )}
    </>
  );
}
