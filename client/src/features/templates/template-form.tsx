import type { Problem } from '@beffroi/shared/core/errors';
import { TEMPLATE_LIMITS } from '@beffroi/shared/features/templates/templates.contract';
import { TEMPLATE_KIND_LABEL, TEMPLATE_KINDS, type TemplateKind } from '@beffroi/shared/features/templates/templates.vocabulary';
import { Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import classes from './templates.module.css';

export interface TemplateText {
  kind: TemplateKind;
  title: string;
  summary: string;
  tags: string[];
}

interface TemplateFormProps {
  text: TemplateText;
  change: (part: Partial<TemplateText>) => void;
  sendLabel: string;
  busy: boolean;
  problem: Problem | null;
  onSend: () => void;
  /** Beside the button that sends. */
  children?: ReactNode;
}

const KINDS = TEMPLATE_KINDS.map((kind) => {
  const { short, long } = TEMPLATE_KIND_LABEL[kind];
  return { value: kind, label: long.startsWith(short) ? long : `${short} – ${long}` };
});

/** What a model is called and what it is for. */
export function TemplateForm({ text, change, sendLabel, busy, problem, onSend, children }: TemplateFormProps) {
  const errorAt = (field: string) => problem?.errors?.find(({ path }) => path.split('.')[0] === field)?.message;
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <FormError>{problem?.detail}</FormError>
      <Select
        label="Type de document"
        data={KINDS}
        value={text.kind}
        allowDeselect={false}
        onChange={(kind) => kind && change({ kind: kind as TemplateKind })}
      />
      <TextInput
        label="Titre"
        description="Ce que chercherait un collègue&nbsp;: « CCAP – Fournitures courantes et services »."
        value={text.title}
        maxLength={TEMPLATE_LIMITS.title}
        error={errorAt('title')}
        required
        onChange={({ currentTarget }) => change({ title: currentTarget.value })}
      />
      <Textarea
        label="À quoi il sert"
        description="En une phrase&nbsp;: pour quels achats, quelles situations."
        value={text.summary}
        maxLength={TEMPLATE_LIMITS.summary}
        error={errorAt('summary')}
        autosize
        minRows={2}
        onChange={({ currentTarget }) => change({ summary: currentTarget.value })}
      />
      <TagsInput
        label="Étiquettes"
        description={`${TEMPLATE_LIMITS.tags} au plus.`}
        value={text.tags}
        maxTags={TEMPLATE_LIMITS.tags}
        error={errorAt('tags')}
        onChange={(tags) => change({ tags })}
      />
      <div className={classes.acts}>
        <BusyButton type="submit" variant="filled" busy={busy}>
          {sendLabel}
        </BusyButton>
        {children}
      </div>
    </form>
  );
}
