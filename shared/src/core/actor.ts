/** What a person may be, and where. Rights are memberships; everything else is derived from them. */
export const COMMUNE_ROLES = ['agent', 'hr', 'referent'] as const;
export const CLUB_ROLES = ['member', 'pilot', 'guest'] as const;
export type CommuneRole = (typeof COMMUNE_ROLES)[number];
export type ClubRole = (typeof CLUB_ROLES)[number];

/** The person behind a request, as plain facts: policies read nothing else about her. */
export interface Actor {
  personId: string;
  administrator: boolean;
  /** By commune slug; a person may serve several communes, as shared clerks do. */
  communes: Readonly<Record<string, readonly CommuneRole[]>>;
  /** By club id; absent when the person was given nothing in that club. */
  clubs: Readonly<Record<string, ClubRole>>;
  /** Replaces absent agents without serving a commune herself. */
  substitute?: true;
}

/** An agent serves a commune, or administers the territory; guests and substitutes are not agents. */
export const isAgent = (actor: Actor): boolean => actor.administrator || Object.keys(actor.communes).length > 0;

/** What she is in a commune, whatever is asked for one: « constructor » is no commune. */
export const hasRole = ({ communes }: Actor, commune: string, role: CommuneRole): boolean =>
  Object.hasOwn(communes, commune) && (communes[commune]?.includes(role) ?? false);

/** Who acts for a commune in staff matters: for hers only, the territory’s administrator for none. */
export const isHr = (actor: Actor, commune: string): boolean => hasRole(actor, commune, 'hr');

/** The communes the actor acts for in staff matters. */
export const hrCommunes = (actor: Actor): string[] => Object.keys(actor.communes).filter((slug) => isHr(actor, slug));
