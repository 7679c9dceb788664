import type { Problem } from '@beffroi/shared/core/errors';
import type { NewTerritory } from '@beffroi/shared/features/territory/territory.contract';
import type { Step } from './installation-draft.ts';

export type TerritoryField = 'siren' | 'name' | 'clubs' | 'email' | 'displayName' | 'function' | 'password';
export type TerritoryErrors = Partial<Record<TerritoryField, string>>;

const FIELD_OF: Record<string, TerritoryField> = {
  siren: 'siren',
  name: 'name',
  clubs: 'clubs',
  'administrator.email': 'email',
  'administrator.name': 'displayName',
  'administrator.function': 'function',
  'administrator.password': 'password',
};

/** The step at which what is wrong is put right. */
export const stepOf = (field: TerritoryField): Step => {
  if (field === 'siren' || field === 'name') return 'territory';
  return field === 'clubs' ? 'clubs' : 'administrator';
};

const byField = (issues: readonly { path: string; message: string }[]): TerritoryErrors => {
  const errors: TerritoryErrors = {};
  for (const { path, message } of issues) {
    const field = FIELD_OF[path] ?? FIELD_OF[path.split('.')[0] ?? ''];
    if (field) errors[field] ??= message;
  }
  return errors;
};

/** What the contract refuses, field by field. The schema is loaded on the first call. */
export const territoryErrors = async (territory: NewTerritory): Promise<TerritoryErrors> => {
  const { newTerritoryInput } = await import('@beffroi/shared/features/territory/territory.contract');
  const result = newTerritoryInput.safeParse(territory);
  return result.success ? {} : byField(result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
};

/** The same, from the server's answer. */
export const serverErrors = ({ errors = [] }: Problem): TerritoryErrors => byField(errors);
