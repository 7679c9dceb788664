import { parisDate, parisInstant } from '@beffroi/shared/core/half-days';
import { cadreOf } from '@beffroi/shared/core/public-service/grades';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import { FULL_WEEK } from '@beffroi/shared/features/vacancies/vacancies.limits';
import { quotite } from '@beffroi/shared/features/vacancies/vacancies.vocabulary';
import type { JobPosting, Place, WithContext } from 'schema-dts';
import { allCommunes, communeName } from '../directory/territory.queries.ts';
import { paragraphsOf } from './html-text.ts';
import type { PublicOffer } from './public-offers.queries.ts';

const placeOf = (slug: string): Place => {
  const commune = allCommunes().find((one) => one.slug === slug);
  const { latitude, longitude, postalCodes = [] } = commune ?? {};
  return {
    '@type': 'Place',
    address: {
      '@type': 'PostalAddress',
      addressLocality: communeName(slug),
      ...(postalCodes[0] && { postalCode: postalCodes[0] }),
      addressCountry: 'FR',
    },
    ...(typeof latitude === 'number' && typeof longitude === 'number' && { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
  };
};

const descriptionOf = ({ missions, profile, conditions, title }: PublicOffer): string =>
  [missions && `<h2>Missions</h2>${paragraphsOf(missions)}`, profile && `<h2>Profil</h2>${paragraphsOf(profile)}`, paragraphsOf(conditions)]
    .filter(Boolean)
    .join('') || paragraphsOf(title);

const employmentOf = ({ weeklyMinutes, nature }: PublicOffer): string[] => [
  weeklyMinutes === FULL_WEEK ? 'FULL_TIME' : 'PART_TIME',
  ...(nature === 'temporary' ? ['TEMPORARY'] : []),
];

const paid = ({ rifseep, nbi, benefits }: PublicOffer): string =>
  [rifseep && 'RIFSEEP', nbi !== null && `NBI\u00a0: ${nbi} points`, benefits].filter(Boolean).join(' · ');

/**
 * An offer as search engines read it (schema.org `JobPosting`): all that is required, what is recommended where it is known, and
 * nothing that is not: a salary of the fonction publique follows from grade and échelon, so none is invented. Its type is the vocabulary's
 * own: a property it does not have does not compile.
 */
export const jobPosting = (offer: PublicOffer, url: string): WithContext<JobPosting> => {
  const { _id, commune, title, deadline, metier, cadre, grades, startsOn, dveNumber, organisation, conditions, missions, publishedAt } =
    offer;
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title,
    description: descriptionOf(offer),
    datePosted: parisDate(publishedAt ?? offer.changedAt),
    // The last minute of the day, as a clock in Paris shows it.
    ...(deadline && { validThrough: parisInstant(deadline, '23:59').toISOString() }),
    employmentType: employmentOf(offer),
    hiringOrganization: { '@type': 'GovernmentOrganization', name: organisation || communeName(commune) },
    jobLocation: placeOf(commune),
    identifier: { '@type': 'PropertyValue', name: dveNumber ? 'DVE' : 'Beffroi', value: dveNumber || _id.toHexString() },
    directApply: false,
    url,
    workHours: quotite(offer.weeklyMinutes),
    ...(metier && { occupationalCategory: metierLabel(metier) }),
    ...(cadre && { industry: 'Fonction publique territoriale', experienceRequirements: [cadreOf(cadre)?.label, ...grades].join(', ') }),
    ...(startsOn && { jobStartDate: startsOn }),
    ...(missions && { responsibilities: missions }),
    ...(conditions && { qualifications: conditions }),
    ...(paid(offer) && { jobBenefits: paid(offer) }),
  };
};
