import type { contract } from '@beffroi/shared/contract';
import { AppError } from '@beffroi/shared/core/errors';
import { IMAGE_BYTES_MAX } from '@beffroi/shared/features/images/images.contract';
import { OpenAPIHandler } from '@orpc/openapi/node';
import type { Router } from '@orpc/server';
import { BodyLimitPlugin } from '@orpc/server/node';
import express, { type RequestHandler } from 'express';
import { z } from 'zod';
import type { RequestContext } from './orpc.ts';

// What the person reads when a field is wrong and the contract says nothing more precise.
z.config(z.locales.fr());

/** Far above any text the contract accepts, far below what would hurt. */
const JSON_LIMIT = '256kb';
const MULTIPART_OVERHEAD = 64 * 1024;

type ApiRouter = Router<typeof contract, RequestContext>;
type Services = Pick<RequestContext, 'demo' | 'files'>;

const createHandler = (router: ApiRouter) =>
  new OpenAPIHandler<RequestContext>(router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: IMAGE_BYTES_MAX + MULTIPART_OVERHEAD })],
    // oRPC would answer errors itself: they are carried out to Express, where `on-error.ts` answers all of them alike.
    interceptors: [
      async ({ next, context }) => {
        try {
          return await next();
        } catch (error) {
          context.failure.error = error;
          throw error;
        }
      },
    ],
    rootInterceptors: [
      async ({ next, context }) => {
        const result = await next();
        if (context.failure.error) throw context.failure.error;
        return result;
      },
    ],
  });

const answer = (router: ApiRouter, { demo, files }: Services): RequestHandler => {
  const handler = createHandler(router);
  return async (request, response, next) => {
    const context: RequestContext = { actor: request.actor ?? null, requestId: String(request.id), demo, files, failure: {} };
    // Answers hold what this person alone may read.
    response.set('Cache-Control', 'private, no-store');
    const { matched } = await handler.handle(request, response, { prefix: '/api', context });
    if (!matched) next(new AppError('not-found', { detail: 'Cette adresse n’existe pas dans l’interface de programmation.' }));
  };
};

/** Everything under /api that the contract describes. */
export const apiRoutes = (router: ApiRouter, services: Services): express.Router =>
  express.Router().use(express.json({ limit: JSON_LIMIT, strict: false }), answer(router, services));
