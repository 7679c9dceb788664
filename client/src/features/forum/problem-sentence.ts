import type { Problem } from '@beffroi/shared/core/errors';

/** The problem in one sentence, with the wait when there is one. */
export const problemSentence = (problem: Problem): string => {
  if (!problem.retryAfter) return problem.detail;
  const seconds = Math.ceil(problem.retryAfter);
  const wait = seconds < 90 ? `${seconds}\u00a0secondes` : `${Math.ceil(seconds / 60)}\u00a0minutes`;
  return `${problem.detail} Réessayez dans ${wait}\u202f: votre texte est conservé.`;
};

/** What is wrong with one field; `body` stands for everything inside the text. */
export const fieldProblem = (problem: Problem | null, field: 'title' | 'body'): string | null =>
  problem?.errors?.find(({ path }) => path === field || path.startsWith(`${field}.`))?.message ?? null;
