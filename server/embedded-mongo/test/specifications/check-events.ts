import type { Document } from 'mongodb';
import { type MatchContext, match } from './match.ts';
import type { ObservedEvent } from './observed-client.ts';
import { type ExpectedEvents, Mismatch } from './test-format.ts';

/** Judges the events of one client, in order. */
export function checkEvents(seen: readonly ObservedEvent[], expected: ExpectedEvents, context: MatchContext): void {
  const type = expected.eventType ?? 'command';
  const actual = seen.filter((event) => event.type === type);
  const names = () => actual.map(({ name, event }) => `${name} ${event.commandName ?? ''}`.trim()).join(', ');
  if (actual.length < expected.events.length || (actual.length > expected.events.length && !expected.ignoreExtraEvents))
    throw new Mismatch(`expected ${expected.events.length} events, got ${actual.length}: ${names()}`);
  for (const [index, one] of expected.events.entries()) checkEvent(actual[index] as ObservedEvent, one, context, `events[${index}]`);
}

export function isExpectedEvent(seen: ObservedEvent, expected: Document, context: MatchContext): boolean {
  try {
    checkEvent(seen, expected, context, 'event');
    return true;
  } catch (error) {
    if (error instanceof Mismatch) return false;
    throw error;
  }
}

function checkEvent(seen: ObservedEvent, expected: Document, context: MatchContext, place: string): void {
  const [name, fields] = Object.entries(expected)[0] as [string, Document];
  if (seen.name !== name) throw new Mismatch(`${place}: expected ${name}, got ${seen.name} ${seen.event.commandName ?? ''}`);
  for (const [field, value] of Object.entries(fields)) {
    const at = `${place}.${field}`;
    if (field === 'hasServiceId') checkPresence(seen.event.serviceId, value, at);
    else if (field === 'hasServerConnectionId') checkPresence(seen.event.serverConnectionId, value, at);
    else match(seen.event[field], value, context, at);
  }
}

function checkPresence(value: unknown, expected: boolean, place: string): void {
  if ((value !== undefined && value !== null) !== expected) throw new Mismatch(`${place}: expected ${expected}`);
}
