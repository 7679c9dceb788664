import type { Agent } from '@beffroi/shared/features/agents/agents.contract';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import { useAgentsAgain } from './agents.api.ts';
import classes from './agents.module.css';

/** What one may do with a person of one's commune, as the server allows; what shuts her out is asked once. */
export function AgentActs({ slug, agent }: { slug: string; agent: Agent }) {
  const [asking, setAsking] = useState<'suspend' | 'remove' | null>(null);
  const again = useAgentsAgain();
  const announce = useAnnounce();
  const done = (words: string) => ({
    onSuccess: () => {
      setAsking(null);
      announce(`${agent.name} : ${words}`);
      again();
    },
  });
  const suspend = useMutation(api.agents.suspend.mutationOptions(done('compte suspendu')));
  const reactivate = useMutation(api.agents.reactivate.mutationOptions(done('compte rétabli')));
  const remove = useMutation(api.agents.remove.mutationOptions(done('n’est plus dans la commune')));
  const changeRoles = useMutation(api.agents.changeRoles.mutationOptions(done('rôles modifiés')));
  const input = { slug, personId: agent.id };
  const { abilities } = agent;
  const problem = suspend.error ?? reactivate.error ?? remove.error ?? changeRoles.error;
  const hr = agent.roles.includes('hr');
  const toggleHr = () => changeRoles.mutate({ ...input, roles: hr ? agent.roles.filter((role) => role !== 'hr') : [...agent.roles, 'hr'] });
  if (asking)
    return (
      <fieldset className={classes.acts} aria-label={asking === 'suspend' ? `Suspendre ${agent.name}` : `Retirer ${agent.name}`}>
        <span className={classes.question}>
          {asking === 'suspend'
            ? 'Ses sessions se ferment aussitôt. Ses écrits restent.'
            : 'Son compte et ses clubs restent\u00a0; une autre commune pourra l’accueillir.'}
        </span>
        <BusyButton
          color="brick"
          variant="filled"
          size="compact-md"
          busy={suspend.isPending || remove.isPending}
          onClick={() => (asking === 'suspend' ? suspend : remove).mutate(input)}
        >
          {asking === 'suspend' ? 'Suspendre ce compte' : 'Retirer de la commune'}
        </BusyButton>
        <Button variant="subtle" size="compact-md" onClick={() => setAsking(null)}>
          Renoncer
        </Button>
      </fieldset>
    );
  return (
    <div className={classes.acts}>
      {abilities['agent.change-roles'] && (
        <BusyButton
          size="compact-sm"
          variant="subtle"
          busy={changeRoles.isPending}
          onClick={toggleHr}
          aria-label={`${hr ? 'Retirer' : 'Donner'} le rôle ressources humaines à ${agent.name}`}
        >
          {hr ? 'Retirer le rôle RH' : 'Donner le rôle RH'}
        </BusyButton>
      )}
      {abilities['agent.suspend'] && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAsking('suspend')} aria-label={`Suspendre ${agent.name}`}>
          Suspendre
        </Button>
      )}
      {abilities['agent.reactivate'] && (
        <BusyButton
          size="compact-sm"
          busy={reactivate.isPending}
          onClick={() => reactivate.mutate(input)}
          aria-label={`Rétablir ${agent.name}`}
        >
          Rétablir
        </BusyButton>
      )}
      {abilities['agent.remove'] && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAsking('remove')} aria-label={`Retirer ${agent.name}`}>
          Retirer
        </Button>
      )}
      {problem && (
        <p role="alert" className={classes.problem}>
          {problemOf(problem).detail}
        </p>
      )}
    </div>
  );
}
