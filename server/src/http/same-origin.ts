import { AppError } from '@beffroi/shared/core/errors';
import type { RequestHandler } from 'express';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses writes another site's page would make in the person's name (OWASP, « Verifying Origin With Standard Headers »). */
export const sameOrigin: RequestHandler = (request, _response, next) => {
  const { origin, host } = request.headers;
  if (!SAFE_METHODS.has(request.method) && origin && URL.parse(origin)?.host !== host) throw new AppError('forbidden');
  next();
};
