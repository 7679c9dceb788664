import type { Document } from 'bson';

/** Runs a command and gives its answer; what it throws closes the connection. */
export type CommandRunner = (command: Document) => Promise<Document>;
