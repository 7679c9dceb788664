import { AppError } from '@beffroi/shared/core/errors';
import type { RequestHandler } from 'express';
import { tryLimit, waitAfter } from '../platform/wait-after.ts';
import { countedAddress } from './caller-address.ts';

/** What no person reaches by hand: reading fast and typing in the search field stay far below. */
const reads = tryLimit({ points: 900, duration: 60 });
const writes = tryLimit({ points: 120, duration: 60 });

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Limits each person, or each address where nobody is signed in. @throws AppError `too-many-requests` with the wait */
export const rateLimit: RequestHandler = async (request, _response, next) => {
  const key = request.actor?.personId ?? countedAddress(request.ip ?? 'unknown');
  const retryAfter = await waitAfter(SAFE_METHODS.has(request.method) ? reads : writes, key);
  if (retryAfter === 0) return next();
  const detail = `Trop de demandes en peu de temps\u00a0: réessayez dans ${retryAfter} s. Votre texte est conservé.`;
  throw new AppError('too-many-requests', { detail, retryAfter });
};
