import type { Problem } from '@beffroi/shared/core/errors';
import { metierOf } from '@beffroi/shared/core/public-service/metiers';
import { startingText } from '@beffroi/shared/features/vacancies/metier-texts';
import { FULL_WEEK, LEAST_WEEK } from '@beffroi/shared/features/vacancies/vacancies.limits';
import type { VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';

/** What every part of the form is given. */
export interface FieldsProps {
  content: VacancyContent;
  change: (part: Partial<VacancyContent>) => void;
  errorAt: (field: keyof VacancyContent) => string | undefined;
}

export const errorsOf =
  (problem: Problem | null) =>
  (field: keyof VacancyContent): string | undefined =>
    problem?.errors?.find(({ path }) => path.split('.')[0] === field)?.message;

/** Whether a text is still what a métier proposed, and may give way to what another proposes. */
const isProposed = (text: string, proposed: string): boolean => text.trim() === '' || text === proposed;

/** What choosing a métier proposes; nothing HR wrote herself is lost. */
export const proposedBy = (slug: string | null, content: VacancyContent): Partial<VacancyContent> => {
  const metier = slug === null ? undefined : metierOf(slug);
  if (!metier) return { metier: null };
  const before = content.metier === null ? undefined : metierOf(content.metier);
  const [was, is] = [startingText(content.metier ?? ''), startingText(metier.slug)];
  const [cadre] = metier.cadres;
  return {
    metier: metier.slug,
    cadre: cadre?.slug ?? null,
    grades: cadre ? [...cadre.grades] : [],
    origin: content.origin ?? 'vacancy',
    ...(isProposed(content.title, before ? `${before.label} (F/H)` : '') && { title: `${metier.label} (F/H)` }),
    ...(isProposed(content.missions, was.missions) && { missions: is.missions }),
    ...(isProposed(content.profile, was.profile) && { profile: is.profile }),
    ...(isProposed(content.conditions, was.conditions) && { conditions: is.conditions }),
  };
};

/** Minutes of « 17h30 », « 17:30 », « 17,5 » or « 28 »; null for what is no quotité. */
export const minutesOfQuotite = (text: string): number | null => {
  const match = /^\s*(\d{1,2})(?:\s*[h:]\s*(\d{1,2})?|[.,](\d{1,2}))?\s*(?:h)?\s*(?:\/\s*35)?\s*$/i.exec(text);
  if (!match) return null;
  const [, hours, minutes, part] = match;
  const total = Number(hours) * 60 + (part ? Math.round(Number(`0.${part}`) * 60) : Number(minutes ?? 0));
  return Number(minutes ?? 0) < 60 && total >= LEAST_WEEK && total <= FULL_WEEK ? total : null;
};
