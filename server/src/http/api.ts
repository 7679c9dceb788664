import type { contract } from '@beffroi/shared/contract';
import { AppError } from '@beffroi/shared/core/errors';
import { DOCX_BYTES_MAX } from '@beffroi/shared/features/document-exports/document-exports.contract';
import { IMAGE_BYTES_MAX } from '@beffroi/shared/features/images/images.contract';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { StandardOpenAPICodec, StandardOpenAPIMatcher } from '@orpc/openapi/standard';
import { StandardBracketNotationSerializer, StandardOpenAPIJsonSerializer, StandardOpenAPISerializer } from '@orpc/openapi-client/standard';
import { type AnyProcedure, ORPCError, type Router } from '@orpc/server';
import { BodyLimitPlugin } from '@orpc/server/node';
import { StandardHandler } from '@orpc/server/standard';
import type { StandardResponse } from '@orpc/standard-server';
import express, { type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { WrittenAnswer } from '../platform/written-json.ts';
import { countedAddress } from './caller-address.ts';
import { issueSentence } from './issue-sentences.ts';
import type { RequestContext } from './orpc.ts';

// What the person reads when a field is wrong and the contract says nothing more precise.
z.config({ localeError: issueSentence });

/** Far above any text the contract accepts, far below what would hurt. */
const JSON_LIMIT = '256kb';
const MULTIPART_OVERHEAD = 64 * 1024;

type ApiRouter = Router<typeof contract, RequestContext>;
type Services = Omit<RequestContext, 'actor' | 'requestId' | 'address' | 'failure'>;

/** A body that cannot be read (a form without its boundary, half of one) is the sender's fault, and no failure of ours. */
const refusingUnreadable =
  <B>(read: () => Promise<B>) =>
  async (): Promise<B> => {
    try {
      return await read();
    } catch (error) {
      throw error instanceof ORPCError ? error : new AppError('malformed-request', { cause: error });
    }
  };

// oRPC would answer errors itself: they are carried out to Express, where `on-error.ts` answers all of them alike.
const carryingErrorsOut = {
  interceptors: [
    async <T>({ next, context }: { next: () => Promise<T>; context: RequestContext }): Promise<T> => {
      try {
        return await next();
      } catch (error) {
        context.failure.error = error;
        throw error;
      }
    },
  ],
  rootInterceptors: [
    async <T extends { response?: StandardResponse | undefined }>({
      next,
      context,
    }: {
      next: () => Promise<T>;
      context: RequestContext;
    }): Promise<T> => {
      const result = await next();
      const { error } = context.failure;
      if (!error) return result;
      // Whatever its parsers threw, oRPC itself answers 400 where it could not read a body, and 500 where a handler failed.
      const unreadable = result.response?.status === 400 && !(error instanceof ORPCError);
      throw unreadable ? new AppError('malformed-request', { cause: error }) : error;
    },
  ],
};

/** Writes, with their bodies of any kind, by oRPC's own adapter. */
const createWrites = (router: ApiRouter) =>
  new OpenAPIHandler<RequestContext>(router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: Math.max(IMAGE_BYTES_MAX, DOCX_BYTES_MAX) + MULTIPART_OVERHEAD })],
    rootInterceptors: carryingErrorsOut.rootInterceptors,
    interceptors: [
      ...carryingErrorsOut.interceptors,
      ({ next, request, ...options }) => next({ ...options, request: { ...request, body: refusingUnreadable(request.body) } }),
    ],
  });

/** What presenters answer is plain JSON already: going through it in search of files and dates would cost every read. */
class PlainCodec extends StandardOpenAPICodec {
  override encode(output: unknown, procedure: AnyProcedure): StandardResponse {
    if (procedure['~orpc'].route.outputStructure === 'detailed') return super.encode(output, procedure);
    return { status: 200, headers: {}, body: output };
  }
}

const createReads = (router: ApiRouter) => {
  const serializer = new StandardOpenAPISerializer(new StandardOpenAPIJsonSerializer(), new StandardBracketNotationSerializer());
  return new StandardHandler<RequestContext>(router, new StandardOpenAPIMatcher(), new PlainCodec(serializer), carryingErrorsOut);
};

const jsonOf = (body: unknown): string => (body instanceof WrittenAnswer ? body.json : JSON.stringify(body));

const send = async (response: Response, { status, headers, body }: StandardResponse): Promise<void> => {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
  const [type, content] = body instanceof Blob ? [body.type, Buffer.from(await body.arrayBuffer())] : ['application/json', jsonOf(body)];
  response.writeHead(status, { 'content-type': type }).end(content);
};

const answer = (router: ApiRouter, services: Services): RequestHandler => {
  const [reads, writes] = [createReads(router), createWrites(router)];
  return async (request, response, next) => {
    const { actor = null, id: requestId, ip = 'unknown' } = request;
    const context: RequestContext = { actor, requestId, address: countedAddress(ip), ...services, failure: {} };
    const options = { prefix: '/api', context } as const;
    // Answers hold what this person alone may read.
    response.setHeader('Cache-Control', 'private, no-store');
    const { method, headers, originalUrl } = request;
    if (method === 'GET') {
      const url = new URL(originalUrl, 'http://localhost');
      const read = await reads.handle({ method, url, headers, body: async () => undefined, signal: undefined }, options);
      if (read.matched) return send(response, read.response);
    } else if ((await writes.handle(request, response, options)).matched) return;
    next(new AppError('not-found', { detail: 'Cette adresse n’existe pas dans l’interface de programmation.' }));
  };
};

/** Everything under /api that the contract describes. */
export const apiRoutes = (router: ApiRouter, services: Services): express.Router =>
  express.Router().use(express.json({ limit: JSON_LIMIT, strict: false }), answer(router, services));
