import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from '@beffroi/shared/core/actor';
import type { RequestHandler } from 'express';

declare global {
  namespace Express {
    interface Request {
      actor?: Actor | null;
    }
  }
}

/** Puts the actor on the request. */
export const authenticate =
  (admit: (headers: IncomingHttpHeaders) => Promise<{ actor: Actor } | null>): RequestHandler =>
  async (request, _response, next) => {
    request.actor = (await admit(request.headers))?.actor ?? null;
    next();
  };
