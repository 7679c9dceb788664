import { type Problem, problemSchema } from '@beffroi/shared/core/errors';
import type { AnyContractProcedure, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import { expect } from 'vitest';
import type { z } from 'zod';

export type Input<R extends AnyContractProcedure> = InferContractRouterInputs<R>;
type Output<R extends AnyContractProcedure> = InferContractRouterOutputs<R>;

export interface Session {
  url: string;
  /** Empty for somebody who is not signed in. */
  cookie: string;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** Sends any request at all, well formed or not. */
export const send = async ({ url, cookie }: Session, path: string, init: RequestInit = {}): Promise<Answer> => {
  const response = await fetch(`${url}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { ...(cookie && { cookie }), origin: url, ...(init.headers as Record<string, string> | undefined) },
  });
  const text = await response.text();
  const json = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
};

const routeOf = (procedure: AnyContractProcedure) => {
  const { method, path, successStatus } = procedure['~orpc'].route;
  if (!method || !path) throw new Error('a route without method or path');
  return { method, path, successStatus: successStatus ?? 200 };
};

/** Splits an input into the address and the body its route sends it in. */
const requestOf = (procedure: AnyContractProcedure, input: Record<string, unknown>): { path: string; init: RequestInit } => {
  const { method, path } = routeOf(procedure);
  const rest = { ...input };
  const filled = path.replace(/\{(\w+)\}/g, (_match, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  // As the interface's own client does: only what is read is asked for in the address.
  if (method !== 'GET') {
    return { path: `/api${filled}`, init: { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(rest) } };
  }
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return { path: `/api${filled}${query.size ? `?${query}` : ''}`, init: { method } };
};

/** Calls a route of the contract with any input, right or wrong. */
export const call = (session: Session, procedure: AnyContractProcedure, input: object = {}): Promise<Answer> => {
  const { path, init } = requestOf(procedure, input as Record<string, unknown>);
  return send(session, path, init);
};

/** Calls a route and expects it to succeed: its own status, an answer its contract parses without a change. */
export const ok = async <R extends AnyContractProcedure>(session: Session, procedure: R, input?: Input<R>): Promise<Output<R>> => {
  const answer = await call(session, procedure, (input ?? {}) as object);
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: routeOf(procedure).successStatus });
  const schema = procedure['~orpc'].outputSchema as unknown as z.ZodType<Output<R>>;
  const parsed = schema.parse(answer.body);
  // A field the contract does not name would be dropped by parsing: presenters may not leak any.
  expect(answer.body).toEqual(parsed);
  return parsed;
};

/** Calls a route and expects it to be refused with that code, as a problem document with a French sentence. */
export const refused = async (session: Session, procedure: AnyContractProcedure, input: object, code: string): Promise<Problem> =>
  expectProblem(await call(session, procedure, input), code);

/** Expects a problem document (RFC 9457) of that code. */
export const expectProblem = ({ status, headers, body }: Answer, code: string): Problem => {
  expect(headers.get('content-type'), JSON.stringify(body)).toContain('application/problem+json');
  const problem = problemSchema.parse(body);
  expect(problem).toMatchObject({ code, status });
  expect(problem.detail).toMatch(/[a-zà-ÿ’]+.*[.!?]$/u);
  return problem;
};
