import type { Problem } from '@beffroi/shared/core/errors';
import type { InvitationInput } from '@beffroi/shared/features/invitations/invitations.contract';

export type InvitationField = 'email' | 'name' | 'function';
export type InvitationErrors = Partial<Record<InvitationField, string>>;

const FIELDS: readonly string[] = ['email', 'name', 'function'];

const byField = (issues: readonly { path: string; message: string }[]): InvitationErrors => {
  const errors: InvitationErrors = {};
  for (const { path, message } of issues) if (FIELDS.includes(path)) errors[path as InvitationField] ??= message;
  return errors;
};

/** What the contract refuses, field by field. The schema is loaded on the first call. */
export const invitationErrors = async (input: InvitationInput): Promise<InvitationErrors> => {
  const { invitationInput } = await import('@beffroi/shared/features/invitations/invitations.contract');
  const result = invitationInput.safeParse(input);
  return result.success ? {} : byField(result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
};

/** The same, from the server's answer. */
export const serverErrors = ({ errors = [] }: Problem): InvitationErrors => byField(errors);
