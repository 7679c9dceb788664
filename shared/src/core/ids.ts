import { z } from 'zod';

/** An opaque identifier: callers compare it, never read it. */
export const idSchema = z.string().min(1).max(64);

/** A name that appears in addresses: lower-case ASCII words joined by hyphens. */
export const slugSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Identifiant invalide.');

/** An instant, ISO 8601 in UTC. */
export const instantSchema = z.iso.datetime();

/** Chosen by the client for each thing it creates: sending the same one twice creates it once. */
export const idempotencyKeySchema = z.uuid();
