import { PasswordInput, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './installation.module.css';
import type { ChangeDraft, InstallationDraft } from './installation-draft.ts';
import { StepFrame } from './step-frame.tsx';
import type { TerritoryErrors } from './territory-errors.ts';

const passwordToggleProps = { 'aria-label': 'Afficher ou masquer le mot de passe', tabIndex: 0, 'aria-hidden': false } as const;

interface AdministratorStepProps {
  draft: InstallationDraft;
  change: ChangeDraft;
  /** What will be created, in one sentence. */
  summary: ReactNode;
  errors: TerritoryErrors;
  problem: string | null;
  busy: boolean;
  onCreate: (password: string) => void;
}

/** The first account, which will invite all the others. */
export const AdministratorStep = ({ draft, change, summary, errors, problem, busy, onCreate }: AdministratorStepProps) => {
  const fields = useRef<HTMLDivElement>(null);
  const [password, setPassword] = useState('');
  useEffect(() => {
    const first = Object.keys(errors)[0];
    if (first) fields.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  }, [errors]);
  const text = (name: 'email' | 'displayName' | 'function') => ({
    name,
    value: draft[name],
    error: errors[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => change({ [name]: event.currentTarget.value }),
  });
  return (
    <StepFrame
      title="Votre compte d’administrateur"
      text="Il ouvrira les clubs, invitera les référents des communes et nommera les pilotes."
      problem={problem}
      next="Créer le territoire"
      busy={busy}
      onNext={() => onCreate(password)}
      onBack={() => change({ step: 'clubs' })}
    >
      <div ref={fields} className={classes.fields}>
        <TextInput label="Adresse électronique" type="email" autoComplete="username" {...text('email')} />
        <TextInput
          label="Nom affiché"
          description="Votre nom, ou votre fonction si vous préférez&nbsp;: «&nbsp;Chargée de mission mutualisation&nbsp;»."
          autoComplete="name"
          maxLength={120}
          {...text('displayName')}
        />
        <TextInput label="Fonction" autoComplete="organization-title" maxLength={120} {...text('function')} />
        <PasswordInput
          label="Mot de passe"
          description="10 caractères au moins. Une courte phrase se retient mieux qu’un mot compliqué."
          name="password"
          autoComplete="new-password"
          value={password}
          error={errors.password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={passwordToggleProps}
        />
      </div>
      <p className={classes.summary}>{summary}</p>
    </StepFrame>
  );
};
