import { AppError } from '@beffroi/shared/core/errors';
import type { RequestHandler } from 'express';
import { territoryState } from './known-territory.queries.ts';

/** What answers before there is a territory: how to create it, and the description of the interface. */
const ALWAYS = /^\/(?:territory(?:\/|$)|docs$|openapi\.json$)/;

/** Keeps the doors of the API shut until the territory works. @throws AppError `no-territory` */
export const requireTerritory: RequestHandler = async (request, _response, next) => {
  if (!ALWAYS.test(request.path) && (await territoryState()) !== 'open') throw new AppError('no-territory');
  next();
};
