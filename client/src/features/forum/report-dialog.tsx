import { REPORT_TEXT_MAX } from '@beffroi/shared/features/moderation/moderation.contract';
import { REPORT_REASON_LABEL, REPORT_REASONS, type ReportReason } from '@beffroi/shared/features/moderation/moderation.vocabulary';
import { Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../lib/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { useAttempt } from './forum.api.ts';
import classes from './moderation-dialog.module.css';
import { ModerationDialog } from './moderation-dialog.tsx';

const { reportThread: thread, reportReply: reply, reportFiche: fiche } = client.moderation;
const REPORT = { thread, reply, fiche };
export type Reported = keyof typeof REPORT;

interface ReportDialogProps {
  kind: Reported;
  id: string;
  onReported: () => void;
  onClose: () => void;
}

/** Says to those who animate the club what is wrong with a text. */
export function ReportDialog({ kind, id, onReported, onClose }: ReportDialogProps) {
  const [reason, setReason] = useState<ReportReason | ''>('');
  const [text, setText] = useState('');
  const { attempt, problem, pending } = useAttempt();
  const announce = useAnnounce();
  const send = async () => {
    if (!reason) return;
    const report = { id, reason, text: text.trim() };
    const done = await attempt({
      act: async () => {
        await REPORT[kind](report);
      },
    });
    if (!done) return;
    announce('Signalement envoyé aux pilotes du club.');
    onReported();
  };
  return (
    <ModerationDialog
      title="Signaler ce texte"
      what="Les pilotes du club le liront, avec votre nom, et vous diront ce qu’ils ont décidé. Son auteur ne saura pas qui l’a signalé."
      confirm="Signaler"
      ready={Boolean(reason)}
      busy={pending}
      problem={problem}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <fieldset className={classes.choices}>
        <legend>Pourquoi ?</legend>
        {REPORT_REASONS.map((value, index) => (
          <div key={value} className={classes.choice}>
            <Radio
              name="motif"
              value={value}
              checked={reason === value}
              onChange={() => setReason(value)}
              label={REPORT_REASON_LABEL[value]}
              {...(index === 0 && { 'data-autofocus': true })}
            />
          </div>
        ))}
      </fieldset>
      <Textarea
        label="Précisions (facultatif)"
        value={text}
        maxLength={REPORT_TEXT_MAX}
        autosize
        minRows={2}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </ModerationDialog>
  );
}
