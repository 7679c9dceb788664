import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { TextSkeleton } from '../../ui/skeletons.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { EpciPreview } from './epci-preview.tsx';
import { EpciSearch } from './epci-search.tsx';
import type { ChangeDraft, InstallationDraft } from './installation-draft.ts';
import { StepFrame } from './step-frame.tsx';
import type { TerritoryErrors } from './territory-errors.ts';

interface TerritoryStepProps {
  draft: InstallationDraft;
  change: ChangeDraft;
  errors: TerritoryErrors;
}

/** Which intercommunality this server is for, and the name people will read. */
export const TerritoryStep = ({ draft, change, errors }: TerritoryStepProps) => {
  const { code, siren, name } = draft;
  const search = useRef<HTMLInputElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<TerritoryErrors>(errors);
  const preview = useQuery(
    api.territory.preview.queryOptions({
      input: { code, siren: siren ?? '' },
      enabled: siren !== null,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  const go = () => {
    if (!siren) {
      setWrong({ siren: 'Choisissez votre intercommunalité dans la liste.' });
      return search.current?.focus();
    }
    if (name.trim().length < 2) {
      setWrong({ name: 'Indiquez le nom du territoire.' });
      return nameField.current?.focus();
    }
    change({ step: 'clubs' });
  };
  return (
    <StepFrame
      title="Votre territoire"
      text="Toutes les intercommunalités de France, avec leurs communes, leurs codes INSEE et leurs populations, sont déjà sur ce serveur."
      next="Continuer"
      onNext={go}
      onBack={() => change({ step: 'code' })}
    >
      <EpciSearch
        code={code}
        inputRef={search}
        error={wrong.siren}
        onChoose={(epci) => {
          setWrong({});
          change({ siren: epci.siren, name: epci.name });
        }}
      />
      {siren && preview.isPending && <TextSkeleton lines={6} />}
      {preview.isError && <ErrorState problem={problemOf(preview.error)} retry={() => void preview.refetch()} />}
      {siren && preview.data && (
        <>
          <EpciPreview epci={preview.data} />
          <TextInput
            ref={nameField}
            label="Nom du territoire"
            description="Celui que les agents lisent. Vous pouvez l’abréger."
            maxLength={120}
            value={name}
            error={wrong.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        </>
      )}
    </StepFrame>
  );
};
