import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '@beffroi/shared/core/errors';
import type { RequestHandler } from 'express';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Says whether a request comes from a page of ours, by either of its names, or from a program, which names no page. */
export type OriginCheck = (headers: IncomingHttpHeaders) => boolean;

/** A proxy may ask under another host name than the one people use: `publicUrl` is always ours. */
export const originCheck = (publicUrl: string): OriginCheck => {
  const publicOrigin = new URL(publicUrl).origin;
  return ({ origin, host }) => !origin || origin === publicOrigin || URL.parse(origin)?.host === host;
};

/** Refuses writes another site's page would make in the person's name (OWASP, « Verifying Origin With Standard Headers »). */
export const sameOrigin =
  (isOurs: OriginCheck): RequestHandler =>
  (request, _response, next) => {
    if (!SAFE_METHODS.has(request.method) && !isOurs(request.headers)) throw new AppError('forbidden');
    next();
  };
