import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { canPush, isPushed, startPush, stopPush } from '../../lib/push-here.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Section } from '../../ui/section.tsx';
import { Choice } from './channel-choice.tsx';
import classes from './settings-form.module.css';

const HERE = ['push-here'];
const LABEL = 'Quand Beffroi est fermé, sur cet appareil';
const REFUSED = 'Ce navigateur refuse les notifications de Beffroi : autorisez-les dans ses réglages, puis choisissez à nouveau.';

/** « Quand Beffroi est fermé, sur cet appareil : me prévenir aussi. » Asked of each browser, since each needs the person’s leave. */
export function PushHere() {
  const cache = useQueryClient();
  const announce = useAnnounce();
  const { data: pushed } = useQuery({ queryKey: HERE, queryFn: isPushed, enabled: canPush() });
  const choose = useMutation({
    networkMode: 'always',
    mutationFn: async (wanted: boolean) => {
      if (!wanted) await stopPush();
      else if (!(await startPush())) throw new Error('refused');
    },
    onSuccess: () => announce('Choix enregistré'),
    onSettled: () => cache.invalidateQueries({ queryKey: HERE }),
  });
  if (!canPush()) return null;
  return (
    <Section title="Cet appareil">
      <ul className={classes.card}>
        <li className={classes.sentence}>
          <p>
            {LABEL}&nbsp;:{' '}
            <Choice
              label={LABEL}
              value={String(choose.isPending ? choose.variables : Boolean(pushed))}
              options={[
                ['false', 'ne rien afficher'],
                ['true', 'm’afficher ce dont on me prévient ici'],
              ]}
              onChange={(value) => choose.mutate(value === 'true')}
            />
          </p>
          {choose.error && (
            <p role="alert" className={classes.problem}>
              {REFUSED}
            </p>
          )}
        </li>
      </ul>
    </Section>
  );
}
