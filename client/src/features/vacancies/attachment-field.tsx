import { fileWeight } from '@beffroi/shared/core/attached-files';
import { VACANCY_LIMITS } from '@beffroi/shared/features/vacancies/vacancies.limits';
import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { Loader } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { client, problemOf } from '../../lib/api.ts';
import { fileProblem } from '../../lib/french-files.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { AttachmentLink } from './attachment-link.tsx';
import { useVacancyChanged } from './use-vacancy-change.ts';
import classes from './vacancy-form.module.css';

const CHANGED_MEANWHILE =
  'Une autre personne vient de modifier cette offre. Voici sa pièce jointe actuelle\u00a0: recommencez si la vôtre doit la remplacer.';

/** Sends the file, or takes it away; what another did meanwhile is shown, and not passed over. */
const useAttaching = (vacancy: Vacancy, onChanged: (before: number, after: Vacancy) => void) => {
  const { id, version } = vacancy;
  const changed = useVacancyChanged();
  const { mutate, ...sending } = useMutation({
    networkMode: 'always',
    mutationFn: (file: File | null) => (file ? client.vacancies.attach({ id, version, file }) : client.vacancies.detach({ id, version })),
    onSuccess: (after) => {
      changed(after);
      onChanged(version, after);
    },
    onError: (error) => {
      const { code, current } = problemOf(error);
      if (code === 'conflict' && current) changed(current as Vacancy);
    },
  });
  const problem = sending.error && problemOf(sending.error);
  return { ...sending, send: mutate, refused: problem && (problem.code === 'conflict' ? CHANGED_MEANWHILE : problem.detail) };
};

interface AttachmentFieldProps {
  vacancy: Vacancy;
  /** What went wrong before one came here. */
  problem: string | null;
  onChanged: (before: number, after: Vacancy) => void;
}

/** The file joined to a vacancy that exists: it is sent as soon as it is chosen. */
export function AttachmentField({ vacancy, problem, onChanged }: AttachmentFieldProps) {
  const { attachment } = vacancy;
  const [chosen, choose] = useState<File | null>(null);
  const field = useRef<HTMLButtonElement>(null);
  const { send, isPending, isSuccess, variables, refused } = useAttaching(vacancy, onChanged);
  const wrong = fileProblem(chosen, VACANCY_LIMITS.attachmentBytes);
  const taken = isSuccess && variables === null;
  // The button that took it away is gone with it.
  useEffect(() => {
    if (taken) field.current?.focus();
  }, [taken]);
  const change = (file: File | null) => {
    choose(file);
    if (file && !isPending && !fileProblem(file, VACANCY_LIMITS.attachmentBytes)) send(file, { onSuccess: () => choose(null) });
  };
  return (
    <>
      {attachment && (
        <div className={classes.attached}>
          <AttachmentLink vacancy={vacancy} />
          <BusyButton
            busy={isPending && variables === null}
            aria-label={`Retirer ${attachment.name}`}
            onClick={() => !isPending && send(null)}
          >
            Retirer
          </BusyButton>
        </div>
      )}
      <FileField
        ref={field}
        label={attachment ? 'Remplacer par' : 'Fichier, facultatif'}
        bytesMax={VACANCY_LIMITS.attachmentBytes}
        value={chosen}
        error={wrong ?? refused ?? problem}
        onChange={change}
      />
      <p role="status" className={classes.sending}>
        {isPending && variables && (
          <>
            <Loader size={15} color="currentColor" aria-hidden /> Envoi de «&nbsp;{variables.name}&nbsp;», {fileWeight(variables.size)}…
          </>
        )}
        {isSuccess && (variables ? 'Fichier joint à l’offre.' : 'Pièce jointe retirée.')}
      </p>
    </>
  );
}
