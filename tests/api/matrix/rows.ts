import type { Answer, Session } from '../../support/api-client.ts';
import type { Persona } from './personas.ts';
import type { Scene } from './scene.ts';

/** The statuses of the eight personas a row states, in the order of `STATED`. */
export type Statuses = readonly [number, number, number, number, number, number, number, number];

export interface Row {
  input?: (scene: Scene) => object | Promise<object>;
  /** Puts the scene in the state the route starts from. */
  before?: (scene: Scene) => Promise<unknown>;
  /** For what is not sent as JSON. */
  send?: (session: Session, scene: Scene) => Promise<Answer>;
  statuses: Statuses;
  /** Personas outside the club who get something else than `agent` does. */
  except?: Partial<Record<Persona, number>>;
  /** The call changes who the caller is: each row of these has people and a club of its own. */
  ownWorld?: true;
  /** The call changes the club all scenes share: one persona after the other, each after `before`. */
  oneByOne?: true;
}
export type Rows = Record<string, Row>;

export const INSIDE: Statuses = [401, 404, 404, 404, 200, 200, 200, 200];
export const CREATED_INSIDE: Statuses = [401, 404, 404, 404, 201, 201, 201, 201];
/** Neither a guest nor a member is the author of the scene's texts. */
export const AUTHOR_OR_PILOT: Statuses = [401, 404, 404, 404, 403, 403, 200, 200];
/** What is for those who animate the club. */
export const PILOT: Statuses = AUTHOR_OR_PILOT;
export const SIGNED_IN: Statuses = [401, 200, 200, 200, 200, 200, 200, 200];
export const ANYONE: Statuses = [200, 200, 200, 200, 200, 200, 200, 200];

export const byThread = ({ thread }: Scene) => ({ id: thread.id });
export const byReply = ({ replyId }: Scene) => ({ id: replyId });
export const bySlug = ({ club }: Scene) => ({ slug: club.slug });
