import type { GrantInput } from '@beffroi/shared/features/invitations/invitations.contract';
import { POOL_NAME, SUBSTITUTE_LABEL } from '@beffroi/shared/features/invitations/invitations.vocabulary';

/** Where people are invited from: the page of a commune, of a club, or of the pool of replacements. */
export interface Place {
  scope: GrantInput['scope'];
  slug: string;
  name: string;
}

/** The pool, which is the whole territory’s. */
export const POOL_PLACE: Place = { scope: 'territory', slug: 'territory', name: POOL_NAME };

interface RoleChoice {
  value: GrantInput['role'];
  label: string;
  text: string;
}

/** What one may be in a place, the most usual first. */
export const ROLE_CHOICES: Record<Place['scope'], readonly RoleChoice[]> = {
  commune: [
    { value: 'agent', label: 'Agent', text: 'Entre dans les clubs, pose et répond.' },
    { value: 'hr', label: 'Ressources humaines', text: 'Agit pour la commune en matière de personnel.' },
    { value: 'referent', label: 'Référent', text: 'Invite et suit les agents de la commune, comme vous.' },
  ],
  club: [
    { value: 'member', label: 'Membre', text: 'Un agent du territoire.' },
    { value: 'guest', label: 'Invité', text: 'D’un autre organisme\u00a0: ne voit que ce club.' },
  ],
  territory: [{ value: 'substitute', label: SUBSTITUTE_LABEL, text: 'Ne voit que les remplacements qu’on lui demande.' }],
};
