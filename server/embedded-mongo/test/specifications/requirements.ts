import { isDeepStrictEqual } from 'node:util';
import type { Document, MongoClient } from 'mongodb';
import { NotApplicable } from './test-format.ts';

/** What cases may ask for before they run. */
export interface ServerFacts {
  version: string;
  parameters: Document;
}

export async function factsOf(client: MongoClient): Promise<ServerFacts> {
  const admin = client.db('admin');
  const { version } = await admin.command({ buildInfo: 1 });
  const parameters = await admin.command({ getParameter: '*' });
  return { version: version as string, parameters };
}

/**
 * Goes on when one of the alternatives holds for a standalone server without authentication.
 *
 * @throws NotApplicable with what was asked for
 */
export function checkRequirements(alternatives: readonly Document[] | undefined, facts: ServerFacts): void {
  if (!alternatives || alternatives.length === 0) return;
  const reasons = alternatives.map((requirement) => unmet(requirement, facts));
  if (reasons.every((reason) => reason !== undefined)) throw new NotApplicable(reasons[0]);
}

function unmet(requirement: Document, { version, parameters }: ServerFacts): string | undefined {
  const { topologies, minServerVersion, maxServerVersion, serverless, auth, csfle, serverParameters } = requirement;
  if (topologies && !topologies.includes('single')) return 'topology';
  if (minServerVersion && compareVersions(version, minServerVersion) < 0) return 'server version';
  if (maxServerVersion && compareVersions(version, maxServerVersion) > 0) return 'server version';
  if (serverless === 'require') return 'serverless';
  if (auth === true) return 'authentication';
  if (csfle) return 'client-side encryption';
  const differs = ([name, value]: [string, unknown]) => !isDeepStrictEqual(parameters[name], value);
  if (serverParameters && Object.entries(serverParameters).some(differs)) return 'server parameters';
  return undefined;
}

/** Compares as many parts as the shorter version has: 7.0 is not above a maximum of 7. */
function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let part = 0; part < Math.min(3, right.length); part++) {
    const difference = (left[part] ?? 0) - (right[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
