import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '@beffroi/shared/core/errors';
import type { RequestHandler } from 'express';

const THIS_MACHINE = /^(?:::1|(?:::ffff:)?127(?:\.\d+){3})$/;
/** By one of these a proxy says that it asks for somebody else, who may be anywhere. */
const SPEAKING_FOR = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

export interface Asking {
  socket: { remoteAddress?: string | undefined };
  headers: Record<string, string | string[] | undefined>;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * The figures tell how much a territory works, and when: who bears the token reads them, and where there is none the programs of
 * this machine alone, whatever proxies are trusted.
 */
export const mayReadMetrics = ({ socket, headers }: Asking, token: string | undefined): boolean =>
  token
    ? timingSafeEqual(digest(String(headers.authorization)), digest(`Bearer ${token}`))
    : THIS_MACHINE.test(socket.remoteAddress ?? '') && SPEAKING_FOR.every((name) => headers[name] === undefined);

/** Keeps `/metrics` from whoever may not read it. @throws AppError `not-found` */
export const metricsDoor =
  (token: string | undefined): RequestHandler =>
  (request, _response, next) => {
    if (!mayReadMetrics(request, token)) throw new AppError('not-found');
    next();
  };
