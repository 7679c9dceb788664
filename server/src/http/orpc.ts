import { contract } from '@beffroi/shared/contract';
import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { DemoAccount } from '@beffroi/shared/features/accounts/accounts.contract';
import type { TemplateKind } from '@beffroi/shared/features/templates/templates.vocabulary';
import type { CreatedTerritory, NewTerritory } from '@beffroi/shared/features/territory/territory.contract';
import { implement } from '@orpc/server';
import type { LiveDocuments } from '../collab/collab-feature.ts';
import type { FileStore } from '../platform/files.ts';

/** What every handler is given beside its input. */
export interface RequestContext {
  /** Null when nobody is signed in. */
  actor: Actor | null;
  requestId: string;
  /** Where the request comes from, as the trusted proxies tell it and limits count it. */
  address: string;
  /** Accounts anyone may try; none outside of demonstration mode. */
  demoAccounts: readonly DemoAccount[];
  files: FileStore;
  liveDocuments: LiveDocuments;
  /** Where browsers reach Beffroi, for links written in files. */
  publicUrl: string;
  /** Creating a territory composes every feature: the application does it. */
  createTerritory: (actor: Actor, input: NewTerritory) => Promise<CreatedTerritory>;
  /** Opens the account of somebody invited. @returns her id */
  openAccount: (person: {
    email: string;
    name: string;
    function: string;
    memberships: { scope: 'commune' | 'club'; scopeId: string; role: string }[];
    password: string;
  }) => Promise<string>;
  /** Begins a model with what a Word file says: it composes models, images and exports. */
  importDocument: (
    actor: Actor,
    input: { slug: string; file: File; kind: TemplateKind; idempotencyKey?: string | undefined },
  ) => Promise<{ id: string; documentId: string; title: string; dropped: string[] }>;
  /** Where the error that ended the request is kept for `on-error.ts`, which alone answers it. */
  failure: { error?: unknown };
}

// Presenters return the contract's types and the API tests parse each answer with it: validating once more
// at run time would only cost every request.
/** Implementer for the few routes that need nobody signed in. */
export const open = implement(contract).$config({ initialOutputValidationIndex: Number.NaN }).$context<RequestContext>();

/** Implementer for all the others: no actor, no answer. */
export const authed = open.use(({ context, next }) => {
  if (!context.actor) throw new AppError('unauthenticated');
  return next({ context: { actor: context.actor } });
});
