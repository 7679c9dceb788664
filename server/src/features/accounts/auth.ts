import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PASSWORD_LENGTH } from '@beffroi/shared/features/accounts/accounts.contract';
import { betterAuth } from 'better-auth';
import { mongodbAdapter } from 'better-auth/adapters/mongodb';
import { APIError } from 'better-auth/api';
import mongoose from 'mongoose';
import type { Env } from '../../env.ts';
import { dataFolder } from '../../platform/data-folder.ts';
import { publish } from '../../platform/events.ts';
import { inBackground, logger } from '../../platform/logger.ts';
import type { Mailer } from '../../platform/mail.ts';
import { isSuspended } from './accounts.queries.ts';
import { authLimit } from './auth-limit.ts';
import { refuseFormerPassword } from './former-password.ts';
import { resetPasswordMail } from './reset-password.mail.ts';

/** The secret that signs sessions: from the settings, else generated once and kept in the data directory. */
export const authSecret = (env: Env): string => {
  if (env.AUTH_SECRET) return env.AUTH_SECRET;
  const file = join(dataFolder(env), 'auth-secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  // Nothing to be warned of in a demonstration, which is one process and no more.
  logger[env.DEMO ? 'info' : 'warn']({ file }, 'AUTH_SECRET is not set: one was generated');
  return secret;
};

/** Where `auth-routes.ts` writes the caller's address for better-auth to limit by. */
export const ADDRESS_HEADER = 'x-beffroi-address';

/** Sign-in by e-mail and password, sessions, forgotten password, each limited in rate (https://better-auth.com). */
export const createAuth = (env: Env, mailer: Mailer) =>
  betterAuth({
    appName: 'Beffroi',
    baseURL: env.PUBLIC_URL,
    basePath: '/api/auth',
    secret: authSecret(env),
    // Given the database without its client: no transactions, which a standalone store has not.
    database: mongodbAdapter(mongoose.connection.getClient().db(mongoose.connection.name) as never),
    user: { modelName: 'people' },
    session: { modelName: 'sessions', expiresIn: 14 * 86_400, updateAge: 86_400 },
    account: { modelName: 'accounts' },
    verification: { modelName: 'verifications' },
    emailAndPassword: {
      enabled: true,
      // Accounts are opened by those who answer for a commune.
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3_600,
      sendResetPassword: async ({ user, token }) => {
        const link = `${new URL(env.PUBLIC_URL).origin}/nouveau-mot-de-passe?token=${encodeURIComponent(token)}`;
        // Not waited for: how long the answer takes must not tell whether the address is known.
        inBackground('mail a password link', () => mailer.send(resetPasswordMail(user.email, link)));
      },
      onPasswordReset: async ({ user }) => publish('accounts.sessions.ended', { personId: user.id }),
    },
    databaseHooks: {
      session: {
        create: {
          // Asked after the password: who does not know it learns nothing.
          before: async ({ userId }) => {
            if (await isSuspended(userId)) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_SUSPENDED', message: 'suspended' });
          },
        },
      },
    },
    hooks: { after: refuseFormerPassword },
    rateLimit: authLimit(env.RATE_LIMIT === 'on'),
    advanced: {
      cookiePrefix: 'beffroi',
      useSecureCookies: env.PUBLIC_URL.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // `same-origin.ts` holds this for every door; programs, which send no Origin, may sign in.
      disableCSRFCheck: true,
    },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message, ...details) => logger[level === 'error' ? 'error' : level === 'warn' ? 'warn' : 'debug']({ details }, message),
    },
  });

export type Auth = ReturnType<typeof createAuth>;
