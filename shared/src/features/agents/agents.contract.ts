import { oc } from '@orpc/contract';
import { z } from 'zod';
import { COMMUNE_ROLES } from '../../core/actor.ts';
import { idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { AGENT_ACTS } from './agents.vocabulary.ts';

export const agentSchema = z.object({
  id: idSchema,
  name: z.string(),
  function: z.string(),
  email: z.string(),
  roles: z.array(z.enum(COMMUNE_ROLES)),
  suspended: z.boolean(),
  abilities: z.object({
    'agent.suspend': z.boolean(),
    'agent.reactivate': z.boolean(),
    'agent.remove': z.boolean(),
    'agent.change-roles': z.boolean(),
  }),
});
export const agentActSchema = z.object({
  id: idSchema,
  at: instantSchema,
  act: z.enum(AGENT_ACTS),
  by: z.string(),
  person: z.string(),
});
export type Agent = z.infer<typeof agentSchema>;
export type AgentActRecord = z.infer<typeof agentActSchema>;

const byCommune = z.object({ slug: slugSchema });
const byAgent = byCommune.extend({ personId: idSchema });
const tags = ['agents'];

/** The people of a commune, for who answers for them. */
export const agentsContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/communes/{slug}/agents',
      tags,
      summary: 'The people of a commune in alphabetical order, suspended ones too',
    })
    .input(byCommune.extend({ q: z.string().trim().max(120).optional(), ...pageInput }))
    .output(pageOf(agentSchema)),
  changeRoles: oc
    .route({ method: 'PUT', path: '/communes/{slug}/agents/{personId}/roles', tags, summary: 'Change what a person is in the commune' })
    .input(byAgent.extend({ roles: z.array(z.enum(COMMUNE_ROLES)).max(3) }))
    .output(agentSchema),
  remove: oc
    .route({
      method: 'DELETE',
      path: '/communes/{slug}/agents/{personId}',
      tags,
      summary: 'Remove a person from the commune; her account stays',
    })
    .input(byAgent)
    .output(z.object({ id: idSchema })),
  suspend: oc
    .route({
      method: 'PUT',
      path: '/communes/{slug}/agents/{personId}/suspension',
      tags,
      summary: 'Shut an account: its sessions end at once',
    })
    .input(byAgent)
    .output(agentSchema),
  reactivate: oc
    .route({ method: 'DELETE', path: '/communes/{slug}/agents/{personId}/suspension', tags, summary: 'Open a suspended account again' })
    .input(byAgent)
    .output(agentSchema),
  acts: oc
    .route({
      method: 'GET',
      path: '/communes/{slug}/agent-acts',
      tags,
      summary: 'What was done to the rights of its people, the latest first',
    })
    .input(byCommune.extend(pageInput))
    .output(pageOf(agentActSchema)),
};
