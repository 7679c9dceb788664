import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { logger } from '../platform/logger.ts';

declare global {
  namespace Express {
    interface Request {
      /** What a problem shown to a person and a line of the log have in common. */
      id: string;
    }
  }
}

/** Who answers too late, or while it starts, is not broken. */
const isFailure = (status: number): boolean => status >= 500 && status !== 503;

/**
 * Numbers each request and logs its end: failures as errors, the others when debugging. Addresses without their queries: some
 * carry a password's token. (pino-http makes a logger for each request, which cost a tenth of a list's time.)
 */
export const requestLog: RequestHandler = (request, response, next) => {
  request.id = randomUUID();
  const started = performance.now();
  response.once('close', () => {
    const { statusCode } = response;
    const level = isFailure(statusCode) ? 'error' : 'debug';
    if (!logger.isLevelEnabled(level)) return;
    const { id, method, originalUrl } = request;
    const path = originalUrl.split('?')[0];
    const aborted = !response.writableFinished;
    logger[level]({ requestId: id, method, path, status: statusCode, ms: Math.round(performance.now() - started), aborted }, 'request');
  });
  next();
};
