import type { Document } from 'bson';
import { asDocument } from '../bson-codec.ts';
import { SESSION_MINUTES } from '../sessions/session-registry.ts';
import { MAX_MESSAGE_BYTES } from '../wire/message-reader.ts';
import type { CommandContext, CommandTable } from './command.ts';

const VERSION = '7.0.0';

/**
 * What a standalone MongoDB 7.0 says of itself. `setName`, `msg`, `hosts` and `topologyVersion` are left out: they would
 * make a driver believe in a replica set, or wait on a streaming monitor.
 */
function describeServer({ command, peer }: CommandContext): Document {
  const appName = asDocument(asDocument(command.client)?.application)?.name;
  if (typeof appName === 'string') peer.appName = appName;
  return {
    helloOk: true,
    maxBsonObjectSize: 16 * 1024 * 1024,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: SESSION_MINUTES,
    connectionId: peer.id,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
    ok: 1,
  };
}

export const handshakeCommands: CommandTable = {
  hello: { fields: [], run: (context) => ({ isWritablePrimary: true, ...describeServer(context) }) },
  isMaster: { fields: [], run: (context) => ({ ismaster: true, ...describeServer(context) }) },
  ismaster: { fields: [], run: (context) => ({ ismaster: true, ...describeServer(context) }) },
  ping: { fields: [], run: () => ({ ok: 1 }) },
  buildInfo: { fields: [], run: buildInfo },
  buildinfo: { fields: [], run: buildInfo },
  connectionStatus: {
    fields: ['showPrivileges'],
    run: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1 }),
  },
};

function buildInfo(): Document {
  const [major, minor, patch] = VERSION.split('.').map(Number);
  return {
    version: VERSION,
    versionArray: [major, minor, patch, 0],
    gitVersion: 'embedded',
    modules: [],
    bits: 64,
    maxBsonObjectSize: 16 * 1024 * 1024,
    storageEngines: ['lmdb'],
    ok: 1,
  };
}
