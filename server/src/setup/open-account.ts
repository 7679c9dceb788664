import type { Auth } from '../features/accounts/auth.ts';
import { createPerson, type NewPerson } from '../features/accounts/commands/create-person.ts';
import { installer } from '../features/territory/installer.ts';

/** Opens the account of somebody invited with the password she chose; her invitation stands for the right to. @returns her id */
export const openAccount = async ({ password, ...person }: NewPerson & { password: string }, auth: Auth): Promise<string> => {
  const context = await auth.$context;
  return createPerson(installer, { ...person, passwordHash: await context.password.hash(password) }, auth);
};
