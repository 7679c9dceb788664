import { type Document, MongoClient, type MongoClientOptions } from 'mongodb';

/** An event as the format names it: `{commandStartedEvent: {...}}`. */
export interface ObservedEvent {
  name: string;
  type: 'command' | 'cmap' | 'sdam';
  event: Document;
}

const COMMAND_EVENTS = ['commandStarted', 'commandSucceeded', 'commandFailed'] as const;
const SDAM_EVENTS = [
  'serverDescriptionChanged',
  'topologyDescriptionChanged',
  'serverHeartbeatStarted',
  'serverHeartbeatSucceeded',
  'serverHeartbeatFailed',
] as const;
const CMAP_EVENTS = [
  'connectionPoolCreated',
  'connectionPoolReady',
  'connectionPoolCleared',
  'connectionPoolClosed',
  'connectionCreated',
  'connectionReady',
  'connectionClosed',
  'connectionCheckOutStarted',
  'connectionCheckOutFailed',
  'connectionCheckedOut',
  'connectionCheckedIn',
] as const;
/** The format calls these by other names than the driver. */
const RENAMED: Record<string, string> = {
  connectionPoolCreated: 'poolCreatedEvent',
  connectionPoolReady: 'poolReadyEvent',
  connectionPoolCleared: 'poolClearedEvent',
  connectionPoolClosed: 'poolClosedEvent',
};
const SENSITIVE = ['authenticate', 'saslStart', 'saslContinue', 'getnonce', 'createUser', 'updateUser', 'copydbgetnonce', 'copydb'];

/** A client that remembers what a case wants to see of it. */
export class ObservedClient {
  readonly client: MongoClient;
  readonly events: ObservedEvent[] = [];
  /** Every command sent, also those the case does not observe: assertions on sessions look at them. */
  readonly started: ObservedEvent[] = [];
  checkedOut = 0;

  private constructor(url: string, spec: Document) {
    const { serverApi, uriOptions } = spec;
    this.client = new MongoClient(url, {
      ...clientOptions(uriOptions ?? {}),
      ...(serverApi ? { serverApi } : {}),
      monitorCommands: true,
      // The command it tries a new connection with is none that a case expects to see.
      __skipPingOnConnect: true,
    } as MongoClientOptions);
    const ignored: string[] = ['configureFailPoint', ...(spec.ignoreCommandMonitoringEvents ?? [])];
    if (!spec.observeSensitiveCommands) ignored.push(...SENSITIVE);
    const wanted: string[] = spec.observeEvents ?? [];
    const observe = (driverName: string, type: ObservedEvent['type']) => {
      const name = RENAMED[driverName] ?? `${driverName}Event`;
      this.client.on(driverName as never, (event: Document) => {
        const seen = { name, type, event };
        if (type === 'command' && (ignored.includes(event.commandName) || isRedacted(event, spec))) return;
        if (name === 'commandStartedEvent') this.started.push(seen);
        if (wanted.includes(name)) this.events.push(seen);
      });
    };
    for (const name of COMMAND_EVENTS) observe(name, 'command');
    for (const name of CMAP_EVENTS) observe(name, 'cmap');
    for (const name of SDAM_EVENTS) observe(name, 'sdam');
    this.client.on('connectionCheckedOut', () => this.checkedOut++);
    this.client.on('connectionCheckedIn', () => this.checkedOut--);
  }

  static async connect(url: string, spec: Document): Promise<ObservedClient> {
    const observed = new ObservedClient(url, spec);
    await observed.client.connect();
    return observed;
  }
}

/** A greeting that authenticates at once is as sensitive as the commands named. */
function isRedacted({ commandName, command, reply }: Document, { observeSensitiveCommands }: Document): boolean {
  const greeting = ['hello', 'isMaster', 'ismaster'].includes(commandName);
  return greeting && !observeSensitiveCommands && Object.keys(command ?? reply ?? {}).length === 0;
}

function clientOptions(uriOptions: Document): Document {
  const { readConcernLevel, w, wTimeoutMS, journal, ...options } = uriOptions;
  const writeConcern = {
    ...(w !== undefined ? { w } : {}),
    ...(wTimeoutMS ? { wtimeoutMS: wTimeoutMS } : {}),
    ...(journal ? { journal } : {}),
  };
  return {
    ...options,
    ...(readConcernLevel ? { readConcern: { level: readConcernLevel } } : {}),
    ...(Object.keys(writeConcern).length > 0 ? { writeConcern } : {}),
  };
}
