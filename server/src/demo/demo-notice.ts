import { join } from 'node:path';
import type { Env } from '../env.ts';
import { DEMO_PASSWORD, demoAccounts } from './demo-accounts.ts';

const WIDEST = Math.max(...demoAccounts.map(({ email }) => email.length));

/** What whoever starts the demonstration needs: who to be, and where what would be mailed is. */
export const demoNotice = ({ SMTP_URL, DATA_DIR }: Pick<Env, 'SMTP_URL' | 'DATA_DIR'>): string => `
Comptes, de mot de passe « ${DEMO_PASSWORD} » :
${demoAccounts.map(({ email, label }) => `  ${email.padEnd(WIDEST)}  ${label}`).join('\n')}
${SMTP_URL ? 'Les mails partent vraiment, par SMTP_URL.' : `Aucun mail ne part : chacun est un fichier de ${join(DATA_DIR, 'outbox')}`}
`;
