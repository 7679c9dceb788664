import { setTimeout as wait } from 'node:timers/promises';
import type { Document } from 'bson';
import { asDocument, toNumber } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import type { Peer } from './peer.ts';

/** Thrown to have the connection closed without an answer. */
export class ConnectionAbandoned extends Error {}

/**
 * MongoDB's `failCommand` fail point: makes chosen commands fail on purpose, a number of times, so that an application can
 * test what it does then.
 */
export class FailPoints {
  #data: Document = {};
  #skip = 0;
  #remaining = 0;

  /** @throws MongoError 217 for another fail point, 9 or 14 for a malformed one */
  configure({ configureFailPoint, mode, data }: Document): number {
    if (configureFailPoint !== 'failCommand') throw new MongoError(217, `${String(configureFailPoint)} not found`);
    const times = asDocument(mode);
    if (mode !== 'off' && mode !== 'alwaysOn' && times === undefined)
      throw new MongoError(9, "'mode' must be 'off', 'alwaysOn' or an object");
    this.#data = asDocument(data) ?? {};
    if (mode !== 'off' && !Array.isArray(this.#data.failCommands)) throw new MongoError(9, "'failCommands' must be an array of names");
    this.#skip = toNumber(times?.skip) ?? 0;
    this.#remaining = mode === 'off' ? 0 : (toNumber(times?.times) ?? Number.POSITIVE_INFINITY);
    return 0;
  }

  /** What to add to the answer of a command, or the error it fails with. */
  async apply(name: string, peer: Peer): Promise<Document> {
    if (this.#remaining === 0 || !this.#concerns(name, peer)) return {};
    if (this.#skip > 0) {
      this.#skip--;
      return {};
    }
    this.#remaining--;
    const { blockConnection, blockTimeMS, closeConnection, errorCode, errorLabels, writeConcernError } = this.#data;
    if (blockConnection === true) await wait(toNumber(blockTimeMS) ?? 0);
    if (closeConnection === true) throw new ConnectionAbandoned('fail point');
    const labels = Array.isArray(errorLabels) ? { errorLabels } : {};
    if (errorCode !== undefined) throw new MongoError(toNumber(errorCode) ?? 1, "Failing command via 'failCommand' failpoint", labels);
    return writeConcernError ? { writeConcernError, ...labels } : {};
  }

  #concerns(name: string, { appName }: Peer): boolean {
    const { failCommands, appName: only } = this.#data;
    return failCommands.includes(name) && (only === undefined || only === appName);
  }
}
