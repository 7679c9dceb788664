import { THREAD_KIND_LABEL, type ThreadKind } from '@beffroi/shared/features/forum/forum.vocabulary';
import { useId } from 'react';
import classes from './kind-choice.module.css';
import { KindIcon } from './kind-mark.tsx';

interface KindChoiceProps {
  kinds: readonly ThreadKind[];
  value: ThreadKind;
  onChange: (kind: ThreadKind) => void;
}

/** What one is about to write; a question until one says otherwise. */
export function KindChoice({ kinds, value, onChange }: KindChoiceProps) {
  const name = useId();
  return (
    <fieldset className={classes.choice}>
      <legend>Type de sujet</legend>
      {kinds.map((kind) => (
        <label key={kind} className={classes.kind}>
          <input type="radio" name={name} checked={kind === value} onChange={() => onChange(kind)} />
          <KindIcon kind={kind} size={17} /> {THREAD_KIND_LABEL[kind]}
        </label>
      ))}
    </fieldset>
  );
}
