/** What may be done to a person's rights, each written down for good. */
export const AGENT_ACTS = ['suspend', 'reactivate', 'remove', 'roles', 'enter'] as const;
export type AgentAct = (typeof AGENT_ACTS)[number];

export const AGENT_ACT_LABEL: Record<AgentAct, string> = {
  suspend: 'Compte suspendu',
  reactivate: 'Compte rétabli',
  remove: 'Retrait de la commune',
  roles: 'Rôles modifiés',
  enter: 'Entrée dans la commune',
};
