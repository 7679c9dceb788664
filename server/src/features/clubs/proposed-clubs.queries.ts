import type { ClubAccess } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import clubs from './proposed-clubs.json' with { type: 'json' };

export interface ProposedClub {
  slug: string;
  name: string;
  mark: string;
  hue: string;
  summary: string;
  access: ClubAccess;
  /** One of the first a territory usually opens. */
  preselected: boolean;
  purposes: string[];
  audience: string[];
  charter: string;
}

/** The clubs any territory may begin with, in their order: what they are for, and a charter that suits everywhere. */
export const proposedClubs = clubs as readonly ProposedClub[];
