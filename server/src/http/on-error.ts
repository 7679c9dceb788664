import { AppError, type ErrorCode, type Problem, toProblem } from '@beffroi/shared/core/errors';
import { ORPCError, ValidationError } from '@orpc/server';
import type { ErrorRequestHandler, Response } from 'express';
import { logger } from '../platform/logger.ts';

const fieldErrors = (error: ValidationError) =>
  error.issues.slice(0, 20).map(({ path, message }) => ({
    path: (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
    message,
  }));

/** What body parsers and the file server refuse with a status of their own. */
const REFUSALS: Record<number, ErrorCode> = { 404: 'not-found', 413: 'too-large' };

const hasStatus = (error: unknown): error is { status: number } => typeof (error as { status?: unknown } | null)?.status === 'number';

/** Every error as one of ours; null for what nobody foresaw. */
const known = (error: unknown): AppError | null => {
  if (error instanceof AppError) return error;
  if (error instanceof ORPCError) {
    if (error.cause instanceof AppError) return error.cause;
    if (error.cause instanceof ValidationError) return new AppError('invalid-input', { errors: fieldErrors(error.cause) });
    if (error.status === 413) return new AppError('too-large');
    return error.status < 500 ? new AppError('malformed-request') : null;
  }
  // Body parsers and the router refuse with the status on the error.
  if (hasStatus(error)) return error.status < 500 ? new AppError(REFUSALS[error.status] ?? 'malformed-request') : null;
  if (error instanceof SyntaxError || error instanceof URIError) return new AppError('malformed-request');
  return null;
};

/** Sends a problem document (RFC 9457). */
export const sendProblem = (response: Response, problem: Problem): void => {
  if (problem.retryAfter) response.set('Retry-After', String(problem.retryAfter));
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
};

/** The one place where an error becomes an answer: known ones as they are, the others logged and told as « internal ». */
export const onError: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) return next(error);
  const requestId = request.id;
  const expected = known(error);
  if (!expected) logger.error({ err: error, requestId, method: request.method, path: request.path }, 'request failed');
  sendProblem(response, toProblem(expected ?? new AppError('internal'), requestId));
};
