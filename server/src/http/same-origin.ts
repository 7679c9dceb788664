import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '@beffroi/shared/core/errors';
import type { RequestHandler } from 'express';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request comes from a page of this very server, or from a program, which names no page. */
export const isSameOrigin = ({ origin, host }: IncomingHttpHeaders): boolean => !origin || URL.parse(origin)?.host === host;

/** Refuses writes another site's page would make in the person's name (OWASP, « Verifying Origin With Standard Headers »). */
export const sameOrigin: RequestHandler = (request, _response, next) => {
  if (!SAFE_METHODS.has(request.method) && !isSameOrigin(request.headers)) throw new AppError('forbidden');
  next();
};
