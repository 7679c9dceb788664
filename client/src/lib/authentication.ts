import type { Problem } from '@beffroi/shared/core/errors';
import { forgetSentDocuments } from '../editor/document/kept-documents.ts';
import { problemOf } from './api.ts';
import { forgetAnswers } from './kept-answers.ts';
import { stopPush } from './push-here.ts';
import { queryClient } from './query-client.ts';
import { stopSocket } from './socket.ts';

const problem = (status: number, code: string, detail: string): Problem => ({
  type: `about:blank#${code}`,
  title: detail,
  status,
  code,
  detail,
});

/** « 40 secondes », « 3 minutes ». */
const wait = (seconds: number): string => {
  if (seconds < 60) return seconds === 1 ? '1 seconde' : `${seconds} secondes`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
};

/** better-auth answers with its own error codes: they become sentences here. */
const SENTENCES: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'Adresse ou mot de passe incorrect. Vérifiez-les, ou demandez un nouveau mot de passe.',
  INVALID_EMAIL: 'Cette adresse électronique n’est pas valide.',
  INVALID_PASSWORD: 'Mot de passe incorrect.',
  INVALID_TOKEN: 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.',
  PASSWORD_TOO_SHORT: 'Ce mot de passe est trop court : 10 caractères au moins.',
  PASSWORD_TOO_LONG: 'Ce mot de passe est trop long : 128 caractères au plus.',
};

const refusal = async (response: Response): Promise<Problem> => {
  const retryAfter = Number(response.headers.get('x-retry-after') ?? response.headers.get('retry-after')) || 60;
  if (response.status === 429)
    return { ...problem(429, 'too-many-requests', `Trop d’essais. Réessayez dans ${wait(retryAfter)}.`), retryAfter };
  const body: unknown = await response.json().catch(() => null);
  const { code, detail } = (body ?? {}) as { code?: string; detail?: string };
  if (response.status >= 500)
    return problem(response.status, 'unavailable', 'Le service ne répond pas pour l’instant. Réessayez dans un moment.');
  return problem(
    response.status,
    code ?? 'invalid-input',
    SENTENCES[code ?? ''] ?? detail ?? 'La demande n’a pas abouti. Vérifiez ce que vous avez saisi.',
  );
};

/** Calls better-auth. @returns null when done, else what went wrong. */
const post = async (path: string, body: unknown): Promise<Problem | null> => {
  try {
    const response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.ok ? null : await refusal(response);
  } catch (error) {
    return problemOf(error);
  }
};

/** Opens a session, and forgets what was read under another one. */
export const signIn = async (email: string, password: string): Promise<Problem | null> => {
  const refused = await post('sign-in/email', { email, password });
  if (refused) return refused;
  stopSocket();
  queryClient.clear();
  forgetAnswers();
  await forgetSentDocuments();
  return null;
};

/** Closes the session on this device, then starts afresh: nothing read under it stays in memory, nor rings for whoever comes next. */
export const signOut = async (): Promise<Problem | null> => {
  try {
    await stopPush();
  } catch (error) {
    return problemOf(error);
  }
  const refused = await post('sign-out', {});
  if (refused) return refused;
  forgetAnswers();
  await forgetSentDocuments();
  window.location.assign('/connexion');
  return null;
};

/** Has a link sent; answers alike whether the address is known or not. */
export const requestPasswordReset = (email: string): Promise<Problem | null> =>
  post('request-password-reset', { email, redirectTo: '/nouveau-mot-de-passe' });

/** Chooses a new password with the token of the link. */
export const resetPassword = (newPassword: string, token: string): Promise<Problem | null> =>
  post('reset-password', { newPassword, token });
