import { ofPlace } from '@beffroi/shared/core/french-of';
import { diplomaOf } from '@beffroi/shared/core/public-service/diplomas';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import type { Agreement, MySubstitute, Profile } from '@beffroi/shared/features/substitutes/substitutes.contract';
import { calendarDay } from '../../lib/french-dates.ts';
import { hoursInWords } from './calendar-words.ts';

const list = new Intl.ListFormat('fr', { type: 'conjunction' });

/** « ATSEM et agent d’entretien des locaux »: a word in capitals stays as it is. */
export const metiersInWords = (slugs: readonly string[]): string =>
  list.format(
    slugs.map((slug, index) => {
      const label = metierLabel(slug);
      return index === 0 || /^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLocaleLowerCase('fr') + label.slice(1);
    }),
  );

export const diplomasInWords = (slugs: readonly string[]): string => slugs.map((slug) => diplomaOf(slug)?.short ?? slug).join(', ');

/** « À Anzin et Hergnies, et jusqu’à 10 km d’Anzin ». */
export const placesInWords = ({ communes, maxDistanceKm }: Profile, names: ReadonlyMap<string, string>): string => {
  const named = list.format(communes.map((slug) => names.get(slug) ?? slug));
  if (maxDistanceKm === null) return communes.length > 0 ? named : 'Dans tout le territoire';
  const around = `jusqu’à ${maxDistanceKm}\u00a0km`;
  return communes.length > 0 ? `${named}, et ${around}` : around.charAt(0).toLocaleUpperCase('fr') + around.slice(1);
};

/** « 10 h par semaine et 200 h par an au plus ». */
export const limitsInWords = ({ weeklyMinutes, yearlyMinutes }: Profile): string => {
  const limits = [
    ...(weeklyMinutes === null ? [] : [`${hoursInWords(weeklyMinutes)} par semaine`]),
    ...(yearlyMinutes === null ? [] : [`${hoursInWords(yearlyMinutes)} par an`]),
  ];
  return limits.length > 0 ? `${limits.join(' et ')} au plus` : 'Sans autre limite que celles de la loi';
};

/** Where the person’s agreement stands, in a sentence said to her. */
export const agreementInWords = ({ employer, agreement }: Pick<MySubstitute, 'employer' | 'agreement'>): string => {
  const { state, commune, until } = agreement;
  const end = until ? `, jusqu’au ${calendarDay(until)}` : ', sans date de fin';
  if (state === 'granted') return employer ? `${commune?.name} est d’accord${end}` : `${commune?.name} a accepté votre déclaration${end}`;
  if (state === 'expired')
    return `${employer ? 'L’accord' : 'L’acceptation'} ${ofPlace(commune?.name ?? '')} a pris fin le ${calendarDay(until as string)}\u00a0: rien ne vous sera proposé d’ici à son renouvellement`;
  return employer
    ? `${employer.name} n’a pas encore donné son accord\u00a0: rien ne vous sera proposé d’ici là`
    : 'Aucune commune n’a encore accepté votre déclaration\u00a0: rien ne vous sera proposé d’ici là';
};

export const agreementTone = ({ state }: Agreement): 'green' | 'ochre' => (state === 'granted' ? 'green' : 'ochre');
