import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { ModelForClause } from '@beffroi/shared/features/clauses/clauses.contract';
import { canPropose } from '@beffroi/shared/features/suggestions/suggestions.policy';
import type { KnownClub } from '../clubs/known-clubs.queries.ts';
import { acceptedAnswer } from '../forum/accepted-answer.queries.ts';
import { foundTemplates } from '../search/search.queries.ts';
import {
  type AccessedTemplate,
  accessedTemplates,
  clubsToProposeIn,
  OPEN_STATES,
  openTemplates,
} from '../templates/template-access.queries.ts';

/** More than one reads through: a word then tells them apart. */
const SHOWN = 30;

interface Choice {
  model: AccessedTemplate;
  found: string | null;
}

/** The last written in, of the first club as many as there are room for. */
const lastWritten = async (clubs: KnownClub[], firstId: string): Promise<Choice[]> => {
  const parts = [clubs.filter(({ id }) => id === firstId), clubs.filter(({ id }) => id !== firstId)];
  const models = await Promise.all(parts.map((part) => openTemplates(part, SHOWN + 1)));
  return models.flat().map((model) => ({ model, found: null }));
};

const holding = async (actor: Actor, q: string, clubs: KnownClub[]): Promise<Choice[]> => {
  const found = await foundTemplates(q, { clubIds: clubs.map(({ id }) => id), states: OPEN_STATES });
  const models = await accessedTemplates(found.map(({ id }) => id));
  return found.flatMap(({ id, article }) => {
    const model = models.get(id);
    // Search follows a change a moment later.
    return model && canPropose(actor, model.facts) ? [{ model, found: article }] : [];
  });
};

/** Club by club, that of the thread first, then in the order of what stands best in each. */
const byClub = (choices: Choice[], firstId: string): Choice[] => {
  const clubs = [...new Set([firstId, ...choices.map(({ model }) => model.club.id)])];
  return clubs.flatMap((clubId) => choices.filter(({ model }) => model.club.id === clubId));
};

const present = ({ model: { id, kind, title, club }, found }: Choice): ModelForClause => ({
  id,
  kind,
  title,
  clubSlug: club.slug,
  clubName: club.name,
  found,
});

/**
 * The models the actor may propose the accepted answer of a thread in: those last written in, or those whose name or text holds all the
 * words of `q`. Four commands at most, six with words.
 * @throws AppError `not-found`, `forbidden` without an accepted answer
 */
export const modelsForClause = async (
  actor: Actor,
  { id, q }: { id: string; q?: string | undefined },
): Promise<{ items: ModelForClause[]; more: boolean }> => {
  const { club, answer } = await acceptedAnswer(actor, id);
  if (!answer) throw new AppError('forbidden');
  const clubs = clubsToProposeIn(actor);
  const choices = await (q ? holding(actor, q, clubs) : lastWritten(clubs, club.id));
  return { items: byClub(choices.slice(0, SHOWN), club.id).map(present), more: choices.length > SHOWN };
};
