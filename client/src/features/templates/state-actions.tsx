import { TEMPLATE_LIMITS, type Template } from '@beffroi/shared/features/templates/templates.contract';
import type { TemplateState } from '@beffroi/shared/features/templates/templates.vocabulary';
import { Button, Menu, Modal, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import classes from './templates.module.css';

interface Step {
  to: TemplateState;
  label: string;
  /** What will happen, in a sentence or two. */
  what: string;
}

/** What one may do with the state of a model, as its abilities say. */
const stepsOf = ({ abilities, state, validatedCount }: Template): Step[] => {
  const next = validatedCount + 1;
  const all: (Step & { may: boolean })[] = [
    {
      may: abilities['template.to-review'],
      to: 'review',
      label: 'Mettre en relecture',
      what: 'Les membres du club n’écriront plus dans le texte\u00a0: ils proposeront des modifications et commenteront.',
    },
    {
      may: abilities['template.validate'],
      to: 'validated',
      label: `Valider la v${next}`,
      what: `Le texte sera figé et deviendra la v${next}, celle que les communes utilisent. ${validatedCount ? `La v${validatedCount} sera remplacée.` : ''}`,
    },
    {
      may: abilities['template.to-draft'],
      to: 'draft',
      label: state === 'review' ? 'Revenir au brouillon' : 'Préparer la version suivante',
      what:
        state === 'review'
          ? 'Les membres du club écriront de nouveau directement dans le texte.'
          : `Le texte redevient un brouillon. La v${validatedCount} reste consultable dans les versions.`,
    },
    {
      may: abilities['template.replace'],
      to: 'replaced',
      label: 'Déclarer remplacé',
      what: 'Le modèle reste lisible, mais n’est plus à utiliser. Dites ci-dessous ce qui le remplace.',
    },
  ];
  return all.filter(({ may }) => may);
};

function StepDialog({ template, step, onClose }: { template: Template; step: Step; onClose: () => void }) {
  const cache = useQueryClient();
  const [note, setNote] = useState('');
  const { id, version } = template;
  const change = useMutation(
    api.templates.changeState.mutationOptions({
      onSuccess: (changed) => {
        cache.setQueryData(api.templates.get.queryKey({ input: { id } }), changed);
        void cache.invalidateQueries({ queryKey: api.templates.key() });
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ id, to: step.to, version, note });
  };
  return (
    <Modal opened onClose={onClose} title={step.label} closeButtonProps={{ 'aria-label': 'Fermer la fenêtre' }}>
      <form className={classes.form} onSubmit={submit}>
        <p>{step.what}</p>
        <Textarea
          data-autofocus
          label="Mot pour le club, facultatif"
          value={note}
          maxLength={TEMPLATE_LIMITS.note}
          autosize
          minRows={2}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        {change.error && <p role="alert">{problemOf(change.error).detail}</p>}
        <div className={classes.acts}>
          <BusyButton type="submit" variant="filled" busy={change.isPending}>
            {step.label}
          </BusyButton>
          <Button onClick={onClose}>Annuler</Button>
        </div>
      </form>
    </Modal>
  );
}

/** What is validated holds no suggestion: they are decided first. */
function DecideFirst({ step, waiting, onDecide, onClose }: { step: Step; waiting: number; onDecide: () => void; onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title={step.label} closeButtonProps={{ 'aria-label': 'Fermer la fenêtre' }}>
      <div className={classes.form}>
        <p>
          {plural(waiting, 'suggestion attend', 'suggestions attendent')} encore dans le texte. Un modèle validé est figé&nbsp;: chacune est
          d’abord acceptée ou refusée.
        </p>
        <div className={classes.acts}>
          <Button
            variant="filled"
            data-autofocus
            onClick={() => {
              onClose();
              onDecide();
            }}
          >
            Décider des suggestions
          </Button>
          <Button onClick={onClose}>Annuler</Button>
        </div>
      </div>
    </Modal>
  );
}

interface StateActionsProps {
  template: Template;
  /** How many suggestions wait in the text. */
  countWaiting: () => number;
  /** Leads to them. */
  onDecide: () => void;
}

/** The ways a model may go from its state, for those who decide them. */
export function StateActions({ template, countWaiting, onDecide }: StateActionsProps) {
  const [step, setStep] = useState<Step | null>(null);
  const [waiting, setWaiting] = useState(0);
  const steps = stepsOf(template);
  if (!steps.length) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button>État…</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {steps.map((one) => (
            <Menu.Item
              key={one.to}
              onClick={() => {
                setWaiting(one.to === 'validated' ? countWaiting() : 0);
                setStep(one);
              }}
            >
              {one.label}…
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {step && waiting > 0 && <DecideFirst step={step} waiting={waiting} onDecide={onDecide} onClose={() => setStep(null)} />}
      {step && waiting === 0 && <StepDialog template={template} step={step} onClose={() => setStep(null)} />}
    </>
  );
}
