import type { Problem } from '@beffroi/shared/core/errors';
import type { ProfileInput } from '@beffroi/shared/features/accounts/accounts.contract';

export type FieldErrors = Partial<Record<keyof ProfileInput, string>>;

const FIELDS = ['name', 'function', 'phone', 'expertise'] as const;
const isField = (name: string): name is keyof ProfileInput => (FIELDS as readonly string[]).includes(name);

/** The first sentence for each field; one tag at fault is told for the whole list. */
const byField = (issues: readonly { path: readonly string[]; message: string }[]): FieldErrors => {
  const errors: FieldErrors = {};
  for (const { path, message } of issues) {
    const field = path[0] ?? '';
    if (isField(field)) errors[field] ??= path.length > 1 ? 'Chaque sujet compte entre 2 et 60 caractères.' : message;
  }
  return errors;
};

/** What the contract refuses in a profile, field by field. The schema is loaded on the first call. */
export const profileErrors = async (values: ProfileInput): Promise<FieldErrors> => {
  const { profileInput } = await import('@beffroi/shared/features/accounts/accounts.contract');
  const result = profileInput.safeParse(values);
  return result.success ? {} : byField(result.error.issues.map(({ path, message }) => ({ path: path.map(String), message })));
};

/** The same, from the server's answer. */
export const serverErrors = ({ errors = [] }: Problem): FieldErrors =>
  byField(errors.map(({ path, message }) => ({ path: path.split('.'), message })));
