import { contract } from 'virtual:contract';
import type { contract as Contract } from '@beffroi/shared/contract';
import type { Problem } from '@beffroi/shared/core/errors';
import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { sessionLost } from './session.ts';

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'detail' in body && typeof body.detail === 'string' && 'code' in body;

const localProblem = (status: number, code: string, detail: string): Problem => ({
  type: `about:blank#${code}`,
  title: detail,
  status,
  code,
  detail,
});

/** What an answer that is no problem document (a proxy's page, most often) means to the person. */
const foreignProblem = (status: number): Problem =>
  status === 413
    ? localProblem(status, 'too-large', 'Le contenu est trop volumineux : réduisez-le puis réessayez, rien n’a été perdu.')
    : localProblem(status, 'unavailable', 'Le service ne répond pas pour l’instant. Réessayez dans un moment, rien n’a été perdu.');

/** oRPC reads `application/json` only; problem documents (RFC 9457) have a type of their own. */
const asJson = (response: Response): Response => {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return response;
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/json');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
};

const link = new OpenAPILink(contract, {
  url: () => new URL('/api', window.location.origin).href,
  fetch: async (request, init) => {
    const response = await fetch(request, init);
    if (response.status === 401) sessionLost();
    return asJson(response);
  },
  customErrorResponseBodyDecoder: (body, { status }) => {
    const problem = isProblem(body) ? body : foreignProblem(status);
    return new ORPCError(problem.code, { status, message: problem.detail, data: problem });
  },
});

/** The API, typed by the contract. */
export const client: ContractRouterClient<typeof Contract> = createORPCClient(link);

/** The same, as TanStack Query options: `api.forum.list.queryOptions({ input })`. */
export const api = createTanstackQueryUtils(client);

/** What went wrong, whatever was thrown, with a French `detail` ready to show; `status` is 0 when no answer came. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof ORPCError && isProblem(error.data)) return error.data;
  if (error instanceof ORPCError) return foreignProblem(error.status);
  return localProblem(0, 'unreachable', 'Connexion impossible. Vérifiez votre réseau puis réessayez : rien n’a été perdu.');
};

/** Whether what was asked for is not there for this person: the page is then none of hers, and trying again would not make it so. */
export const isClosedToMe = (error: unknown): boolean => error != null && [403, 404].includes(problemOf(error).status);
