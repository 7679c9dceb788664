import type { NewTerritory, ProposedClub } from '@beffroi/shared/features/territory/territory.contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { AdministratorStep } from './administrator-step.tsx';
import { ClubsStep, chosenClubs } from './clubs-step.tsx';
import { CodeStep } from './code-step.tsx';
import { type InstallationDraft, useInstallationDraft } from './installation-draft.ts';
import { StepFrame } from './step-frame.tsx';
import { StepList } from './step-list.tsx';
import { serverErrors, stepOf, type TerritoryErrors, type TerritoryField, territoryErrors } from './territory-errors.ts';
import { TerritoryStep } from './territory-step.tsx';

const territoryOf = (draft: InstallationDraft, proposed: readonly ProposedClub[], password: string): NewTerritory => ({
  siren: draft.siren ?? '',
  name: draft.name,
  clubs: chosenClubs(draft, proposed),
  administrator: { email: draft.email, name: draft.displayName, function: draft.function, password },
  idempotencyKey: draft.idempotencyKey,
});

interface InstallationProps {
  /** The territory exists: its first administrator enters. */
  onCreated: (account: { email: string; password: string }) => Promise<void>;
}

/** From the one-time code to the first administrator, a step at a time; going back loses nothing. */
export const Installation = ({ onCreated }: InstallationProps) => {
  const { draft, change, forget } = useInstallationDraft();
  const [errors, setErrors] = useState<TerritoryErrors>({});
  const [entering, setEntering] = useState(false);
  const create = useMutation(api.territory.create.mutationOptions());
  const { step, code } = draft;
  const unlocked = useQuery(
    api.territory.unlock.queryOptions({ input: { code }, enabled: step !== 'code', staleTime: Number.POSITIVE_INFINITY, retry: false }),
  );
  const proposed = unlocked.data?.clubs ?? [];

  const show = (wrong: TerritoryErrors): boolean => {
    setErrors(wrong);
    const first = Object.keys(wrong)[0] as TerritoryField | undefined;
    if (first) change({ step: stepOf(first) });
    return first !== undefined;
  };
  const send = async (password: string) => {
    const territory = territoryOf(draft, proposed, password);
    if (show(await territoryErrors(territory))) return;
    create.mutate(
      { code, ...territory },
      {
        onSuccess: async () => {
          setEntering(true);
          await onCreated({ email: draft.email.trim(), password });
          forget();
        },
        onError: (failure) => show(serverErrors(problemOf(failure))),
      },
    );
  };
  const problem = create.isError && Object.keys(errors).length === 0 ? problemOf(create.error).detail : null;

  if (step !== 'code' && unlocked.isError)
    return (
      <StepFrame
        title="Le code n’est plus accepté"
        problem={problemOf(unlocked.error).detail}
        next="Saisir le code de nouveau"
        onNext={() => change({ step: 'code' })}
      >
        <p>Ce que vous avez choisi est conservé.</p>
      </StepFrame>
    );
  if (step !== 'code' && !unlocked.data) return <ListSkeleton rows={5} />;
  return (
    <>
      <StepList current={step} />
      {step === 'code' && <CodeStep draft={draft} change={change} />}
      {step === 'territory' && <TerritoryStep draft={draft} change={change} errors={errors} />}
      {step === 'clubs' && <ClubsStep draft={draft} change={change} proposed={proposed} error={errors.clubs} />}
      {step === 'administrator' && (
        <AdministratorStep
          draft={draft}
          change={change}
          errors={errors}
          problem={problem}
          busy={create.isPending || entering}
          summary={
            <>
              Sera créé : <b>{draft.name}</b>, avec ses communes et {plural(chosenClubs(draft, proposed).length, 'club', 'clubs')}. Un
              serveur n’a qu’un territoire, créé une fois pour toutes.
            </>
          }
          onCreate={(password) => void send(password)}
        />
      )}
    </>
  );
};
