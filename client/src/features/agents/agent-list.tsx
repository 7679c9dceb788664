import type { Agent } from '@beffroi/shared/features/agents/agents.contract';
import { COMMUNE_ROLE_LABEL } from '@beffroi/shared/features/invitations/invitations.vocabulary';
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { problemOf } from '../../lib/api.ts';
import { personPath } from '../../lib/paths.ts';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { AgentActs } from './agent-acts.tsx';
import { agentsOptions } from './agents.api.ts';
import classes from './agents.module.css';

function AgentRow({ slug, agent }: { slug: string; agent: Agent }) {
  const roles = agent.roles.filter((role) => role !== 'agent');
  return (
    <ListRow>
      <div className={classes.words}>
        <h3>{agent.suspended ? agent.name : <Link to={personPath(agent.id)}>{agent.name}</Link>}</h3>
        <p className={classes.facts}>{agent.email}</p>
      </div>
      {roles.map((role) => (
        <Tag key={role} tone={role === 'referent' ? 'blue' : 'neutral'}>
          {COMMUNE_ROLE_LABEL[role]}
        </Tag>
      ))}
      {agent.suspended && <Tag tone="brick">Suspendu</Tag>}
      <AgentActs slug={slug} agent={agent} />
    </ListRow>
  );
}

/** The people of a commune, and what its referent may do with each. */
export function AgentList({ slug }: { slug: string }) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const query = useInfiniteQuery(agentsOptions(slug, q));
  const agents = query.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <TextInput
        className={classes.search}
        label="Chercher parmi les agents"
        type="search"
        maxLength={120}
        leftSection={<IconSearch size={17} stroke={1.8} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {query.isPending && <ListSkeleton rows={6} mark={false} />}
      {query.isError && <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />}
      {agents?.length === 0 && (
        <EmptyState
          title={q ? 'Personne ne correspond' : 'Personne encore'}
          text={q ? 'Essayez un autre mot.' : 'Invitez une première personne\u00a0: elle recevra un lien pour entrer.'}
        />
      )}
      {agents && agents.length > 0 && (
        <ListCard label="Agents">
          {agents.map((agent) => (
            <AgentRow key={agent.id} slug={slug} agent={agent} />
          ))}
        </ListCard>
      )}
      <LoadMore query={query} manual />
    </>
  );
}
