import { Counter, Gauge, Histogram } from 'prom-client';

/** What the metrics page reads when it is asked: plain numbers, kept by those who know them. */
export const held = { rooms: 0, sockets: 0, unwrittenBytes: 0, lagging: 0, receivedBytes: 0, sentBytes: 0 };

const gauge = (name: string, help: string, read: () => number) =>
  new Gauge({
    name,
    help,
    collect() {
      this.set(read());
    },
  });

gauge('beffroi_collab_rooms', 'Live documents in memory', () => held.rooms);
gauge('beffroi_collab_sockets', 'Sockets of live documents', () => held.sockets);
gauge('beffroi_collab_unwritten_bytes', 'Changes of live documents received and not yet on disk', () => held.unwrittenBytes);
gauge('beffroi_collab_lagging_sockets', 'Sockets that read too slowly to be sent more', () => held.lagging);

const total = (name: string, help: string, read: () => number) =>
  new Counter({
    name,
    help,
    collect() {
      this.reset();
      this.inc(read());
    },
  });

total('beffroi_collab_received_bytes', 'Bytes of messages received in live documents', () => held.receivedBytes);
total('beffroi_collab_sent_bytes', 'Bytes written to sockets of live documents', () => held.sentBytes);

export const failedWrites = new Counter({
  name: 'beffroi_collab_failed_writes',
  help: 'Writes of live documents that must be tried again',
});
export const closedSockets = new Counter({
  name: 'beffroi_collab_closed_sockets',
  help: 'Sockets of live documents closed by the server',
  labelNames: ['code'],
});
export const flushSeconds = new Histogram({
  name: 'beffroi_collab_flush_seconds',
  help: 'Time to check, apply and send what came of one document in one tick',
  buckets: [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5],
});
export const commitSeconds = new Histogram({
  name: 'beffroi_collab_commit_seconds',
  help: 'Time to write what came of all documents since the last write',
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
});
