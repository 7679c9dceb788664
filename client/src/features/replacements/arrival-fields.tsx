import { REPLACEMENT_LIMITS } from '@beffroi/shared/features/replacements/replacements.limits';
import { Textarea, TextInput } from '@mantine/core';
import type { NewNeed } from './new-need.ts';

interface ArrivalFieldsProps {
  need: NewNeed;
  change: (part: Partial<NewNeed>) => void;
  /** Of the service’s address. */
  error: string | undefined;
}

/** Whom to ask for and what to know: never why somebody is away. */
export function ArrivalFields({ need, change, error }: ArrivalFieldsProps) {
  return (
    <>
      <TextInput
        label="Qui demander en arrivant"
        description="Montré à qui peut venir, jamais aux autres communes."
        value={need.contact}
        maxLength={REPLACEMENT_LIMITS.contact}
        onChange={({ currentTarget }) => change({ contact: currentTarget.value })}
      />
      <TextInput
        type="email"
        label="Adresse mail du service à prévenir, facultatif"
        description="Reçoit un mail dès que quelqu’un est réservé, et si c’est annulé. Montrée aux seules ressources humaines."
        value={need.placeEmail ?? ''}
        maxLength={REPLACEMENT_LIMITS.placeEmail}
        error={error}
        onChange={({ currentTarget }) => change({ placeEmail: currentTarget.value })}
      />
      <Textarea
        label="Ce qu’il faut savoir, facultatif"
        description="L’accès, le groupe, ce qu’on fait. N’écrivez jamais pourquoi l’agent est absent, ni son nom."
        value={need.note}
        maxLength={REPLACEMENT_LIMITS.note}
        autosize
        minRows={2}
        onChange={({ currentTarget }) => change({ note: currentTarget.value })}
      />
    </>
  );
}
