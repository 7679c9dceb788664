import { APPLICATION_LIMITS, KEPT_YEARS } from '@beffroi/shared/features/applications/applications.limits';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { client, problemOf } from '../../lib/api.ts';
import { fileProblem } from '../../lib/french-files.ts';
import { newKey } from '../../lib/new-key.ts';
import { useKeptState } from '../../lib/use-kept-state.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useApplicationsAgain } from './applications.api.ts';
import classes from './applications.module.css';

const { fileBytes } = APPLICATION_LIMITS;

interface ApplyFormProps {
  vacancyId: string;
  commune: string;
  onClose: () => void;
}

interface Written {
  letter: string;
  phone: string;
}

const useSending = (vacancyId: string, onSent: () => void) => {
  // The same for each try: a lost answer makes no second application.
  const key = useRef(newKey());
  const again = useApplicationsAgain();
  return useMutation({
    networkMode: 'always',
    mutationFn: (sent: Written & { cv: File; letterFile: File | null }) => {
      const { letterFile, ...rest } = sent;
      return client.applications.apply({ id: vacancyId, ...rest, ...(letterFile && { letterFile }), idempotencyKey: key.current });
    },
    onSuccess: async () => {
      await again();
      onSent();
    },
  });
};

const detailOf = (error: unknown): string => {
  const problem = problemOf(error);
  return problem.errors?.[0]?.message ?? problem.detail;
};

/** A letter and a CV, sent to that commune's HR and nobody else. What is written survives a reload; files are chosen again. */
export function ApplyForm({ vacancyId, commune, onClose }: ApplyFormProps) {
  const [kept, keep] = useKeptState<Written>(`candidature:${vacancyId}`);
  const written = kept ?? { letter: '', phone: '' };
  const [cv, setCv] = useState<File | null>(null);
  const [letterFile, setLetterFile] = useState<File | null>(null);
  const [missing, setMissing] = useState<{ cv?: string; letter?: string }>({});
  const sending = useSending(vacancyId, () => {
    keep(null);
    onClose();
  });
  const form = useRef<HTMLFormElement>(null);
  // It comes in the place of the button that was pressed: the keyboard goes on from its first field.
  useEffect(() => form.current?.querySelector('button')?.focus(), []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const lacking = {
      ...(!cv && { cv: 'Joignez votre CV.' }),
      ...(!letterFile && !written.letter.trim() && { letter: 'Écrivez votre lettre, ou joignez-la.' }),
    };
    setMissing(lacking);
    const wrong = Object.keys(lacking).length > 0 || fileProblem(cv, fileBytes) || fileProblem(letterFile, fileBytes);
    if (cv && !wrong && !sending.isPending) sending.mutate({ ...written, cv, letterFile });
  };
  return (
    <form ref={form} className={classes.form} onSubmit={send} noValidate>
      <FileField label="CV" bytesMax={fileBytes} required value={cv} error={cv ? null : (missing.cv ?? null)} onChange={setCv} />
      <Textarea
        label="Lettre de motivation"
        description={'Quelques lignes suffisent\u00a0; ou joignez-la ci-dessous.'}
        autosize
        minRows={5}
        maxRows={16}
        maxLength={APPLICATION_LIMITS.letter}
        value={written.letter}
        error={written.letter || letterFile ? null : missing.letter}
        onChange={({ currentTarget }) => keep({ ...written, letter: currentTarget.value })}
      />
      <FileField label="Lettre en fichier, facultative" bytesMax={fileBytes} value={letterFile} onChange={setLetterFile} />
      <TextInput
        label="Téléphone, facultatif"
        type="tel"
        autoComplete="tel"
        maxLength={APPLICATION_LIMITS.phone}
        value={written.phone}
        onChange={({ currentTarget }) => keep({ ...written, phone: currentTarget.value })}
      />
      <p className={classes.promise}>
        Seul le service RH de {commune} lit votre candidature. Ni votre commune, ni vos collègues, ni l’administration du territoire n’en
        savent rien. Tout est effacé {KEPT_YEARS} ans après votre dernier échange, ou aussitôt si vous la retirez.
      </p>
      <FormError>{sending.error && detailOf(sending.error)}</FormError>
      <div className={classes.buttons}>
        <BusyButton type="submit" variant="filled" busy={sending.isPending}>
          Envoyer ma candidature
        </BusyButton>
        <Button onClick={onClose}>Annuler</Button>
      </div>
    </form>
  );
}
