import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Env } from '../env.ts';
import { logger } from './logger.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The same, laid out. */
  html?: string;
  /** Whose name stands before the address it comes from. */
  fromName?: string;
  /** The same for every try at the same mail: a mailbox keeps it once. */
  messageId?: string;
  inReplyTo?: string;
  references?: string;
  headers?: Record<string, string>;
  /** The one thing to do, shown in the log when no mail leaves. */
  link?: string;
}

export interface Mailer {
  /** @throws Error when the mail server refuses it */
  send(mail: Mail): Promise<void>;
}

const fileName = (): string => `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${Math.random().toString(36).slice(2, 8)}.eml`;

type SenderOf = (name?: string) => { name: string; address: string };

/** Without `SMTP_URL`: each mail a file of `DATA_DIR/outbox`, ready to open, its link in the log. */
const outbox = (env: Env, fromOf: SenderOf): Mailer => {
  const folder = join(env.DATA_DIR, 'outbox');
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    async send({ link, fromName, ...mail }) {
      mkdirSync(folder, { recursive: true });
      const { message } = await transport.sendMail({ from: fromOf(fromName), ...mail });
      const file = join(folder, fileName());
      await writeFile(file, message as Buffer);
      // The demonstration says once, when it is ready, where its mails go.
      logger[env.DEMO ? 'info' : 'warn']({ file, link }, 'SMTP_URL is not set: mail kept in the outbox');
    },
  };
};

/** Sends mail through `SMTP_URL`, or keeps it in the outbox. */
export const createMailer = (env: Env): Mailer => {
  const address = `ne-pas-repondre@${new URL(env.PUBLIC_URL).hostname}`;
  const fromOf: SenderOf = (name = 'Beffroi') => ({ name, address });
  if (!env.SMTP_URL) return outbox(env, fromOf);
  const transport = createTransport(env.SMTP_URL);
  return {
    async send({ link: _link, fromName, ...mail }) {
      await transport.sendMail({ from: fromOf(fromName), ...mail });
    },
  };
};
