import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

const plain = (file: string): string =>
  readFileSync(file, 'utf8')
    .replace(/=\r?\n/g, '')
    .replaceAll('=3D', '=');

/** The mails kept in the outbox for an address, the first one first. */
export const mailsTo = (dataDir: string, email: string): string[] => {
  const folder = join(dataDir, 'outbox');
  if (!existsSync(folder)) return [];
  const mails = readdirSync(folder).sort();
  return mails.map((name) => plain(join(folder, name))).filter((mail) => mail.includes(`To: ${email}`));
};

/** The token of the latest invitation mailed to an address, once `count` were. */
export const invitationToken = async (dataDir: string, email: string, count = 1): Promise<string> => {
  await expect.poll(() => mailsTo(dataDir, email).length, { timeout: 15_000 }).toBe(count);
  return /\/invitation\/([\w-]{43})/.exec(mailsTo(dataDir, email).at(-1) as string)?.[1] as string;
};
