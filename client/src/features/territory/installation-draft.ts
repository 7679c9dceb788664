import { newKey } from '../../lib/new-key.ts';
import { useKeptState } from '../../lib/use-kept-state.ts';

export const STEPS = ['code', 'territory', 'clubs', 'administrator'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_LABEL: Record<Step, string> = {
  code: 'Code',
  territory: 'Territoire',
  clubs: 'Clubs',
  administrator: 'Administrateur',
};

/** What was chosen and typed so far. The password is not part of it: it is kept nowhere. */
export interface InstallationDraft {
  step: Step;
  code: string;
  siren: string | null;
  /** The name the territory will bear. */
  name: string;
  /** Null until something else than the proposed choice was made. */
  clubs: string[] | null;
  email: string;
  displayName: string;
  function: string;
  /** The same for every try: a creation whose answer was lost is answered again. */
  idempotencyKey: string;
}

/** The code as the link of the log carries it, after `#`, which browsers keep to themselves. */
const codeOfAddress = (): string => window.location.hash.slice(1, 61);

const empty = (): InstallationDraft => ({
  step: 'code',
  code: codeOfAddress(),
  siren: null,
  name: '',
  clubs: null,
  email: '',
  displayName: '',
  function: '',
  idempotencyKey: newKey(),
});

export type ChangeDraft = (part: Partial<InstallationDraft>) => void;

/** The installation under way, which survives a reload; closed with the browser's tab. */
export const useInstallationDraft = (): { draft: InstallationDraft; change: ChangeDraft; forget: () => void } => {
  const [kept, keep] = useKeptState<InstallationDraft>('beffroi-installation');
  const draft = kept ?? empty();
  return { draft, change: (part) => keep({ ...draft, ...part }), forget: () => keep(null) };
};
