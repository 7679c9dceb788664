import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { newKey } from '../../lib/new-key.ts';
import { useKeptState } from '../../lib/use-kept-state.ts';
import { TemplateForm, type TemplateText } from './template-form.tsx';

const NOTHING: TemplateText = { kind: 'ccap', title: '', summary: '', tags: [] };

/** Begins a model in a club; what was typed survives a reload. */
export function NewTemplate({ slug, onCreated }: { slug: string; onCreated: (template: Template) => void }) {
  const cache = useQueryClient();
  const [kept, keep] = useKeptState<TemplateText>(`beffroi-new-template:${slug}`);
  const [idempotencyKey] = useState(newKey);
  const text = kept ?? NOTHING;
  const create = useMutation(
    api.templates.create.mutationOptions({
      onSuccess: (template) => {
        keep(null);
        void cache.invalidateQueries({ queryKey: api.templates.key() });
        onCreated(template);
      },
    }),
  );
  return (
    <TemplateForm
      text={text}
      change={(part) => keep({ ...text, ...part })}
      sendLabel="Commencer à écrire"
      busy={create.isPending}
      problem={create.error && problemOf(create.error)}
      onSend={() => create.mutate({ slug, ...text, idempotencyKey })}
    />
  );
}
