import { resolve } from 'node:path';
import { z } from 'zod';

/** Turns « 1 », « true », « on » and « yes » into true. */
const flag = z
  .enum(['0', '1', 'true', 'false', 'on', 'off', 'yes', 'no', ''])
  .optional()
  .transform((value) => ['1', 'true', 'on', 'yes'].includes(value ?? ''));
const text = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined);

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  PUBLIC_URL: z.url().optional(),
  DATA_DIR: z.string().default('./data'),
  MONGODB_URI: text,
  REDIS_URL: text,
  SMTP_URL: text,
  AUTH_SECRET: text,
  /** Whoever bears it reads `/metrics` from anywhere; unset, programs of this machine alone. */
  METRICS_TOKEN: text,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  DEMO: flag,
  /** Whose `X-Forwarded-For` is believed (Express' « trust proxy »): the addresses of the reverse proxy. */
  TRUST_PROXY: z.string().default('loopback'),
  RATE_LIMIT: z.enum(['on', 'off']).default('on'),
});

export type Env = Omit<z.infer<typeof schema>, 'PUBLIC_URL'> & { PUBLIC_URL: string };

/**
 * Reads the settings; the only reader of `process.env`.
 * @throws Error with one line a wrong variable
 */
export const readEnv = (source: Record<string, string | undefined> = process.env): Env => {
  const known = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, source[name] === '' ? undefined : source[name]]));
  const parsed = schema.safeParse(known);
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')} : ${issue.message}`).join('\n'));
  const env = parsed.data;
  return { ...env, DATA_DIR: resolve(env.DATA_DIR), PUBLIC_URL: env.PUBLIC_URL ?? `http://localhost:${env.PORT}` };
};
