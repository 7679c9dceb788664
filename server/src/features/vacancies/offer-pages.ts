import { ATTACHED_LABEL, fileWeight } from '@beffroi/shared/core/attached-files';
import { frenchDays } from '@beffroi/shared/core/french-days';
import { cadreOf } from '@beffroi/shared/core/public-service/grades';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import { FULL_WEEK } from '@beffroi/shared/features/vacancies/vacancies.limits';
import { ARTICLE_LABEL, NATURE_LABEL, quotite } from '@beffroi/shared/features/vacancies/vacancies.vocabulary';
import { communeName } from '../directory/territory.queries.ts';
import { howToApply } from './how-to-apply.ts';
import { jsonIn, paragraphsOf, safe } from './html-text.ts';
import { jobPosting } from './job-posting.ts';
import { offerLayout } from './offer-layout.ts';
import type { PublicOffer } from './public-offers.queries.ts';
import { publicAttachmentPath, publicPath } from './vacancies.presenter.ts';

const longDay = frenchDays({ dateStyle: 'long' });
/** A day is read in one piece, at the end of a line too. */
const french = (day: string): string => longDay(day).replaceAll(' ', '\u00a0');

const timeOf = ({ weeklyMinutes }: PublicOffer): string =>
  weeklyMinutes === FULL_WEEK ? 'Temps complet' : `Temps non complet, ${quotite(weeklyMinutes)}`;

const summaryOf = (offer: PublicOffer): string =>
  [communeName(offer.commune), timeOf(offer), offer.deadline && `candidatures jusqu’au ${french(offer.deadline)}`]
    .filter(Boolean)
    .join(' · ');

const row = (offer: PublicOffer): string =>
  `<li><a href="${publicPath(offer._id.toHexString())}">${safe(offer.title)}</a><br><span class="soft">${safe(summaryOf(offer))}</span></li>`;

interface ListPage {
  origin: string;
  commune: string | undefined;
  offers: readonly PublicOffer[];
  /** The address of what comes after. */
  more: string | null;
  /** A page that is not the first has no place in search engines. */
  first: boolean;
}

/** The list, with JavaScript or without. */
export const offersPage = ({ origin, commune, offers, more, first }: ListPage): string => {
  const where = commune ? `, ${communeName(commune)}` : '';
  const list =
    offers.length > 0 ? `<ul class="offers">${offers.map(row).join('')}</ul>` : '<p>Aucune offre n’est ouverte au public en ce moment.</p>';
  return offerLayout({
    title: `Offres d’emploi${where}`,
    canonical: first && offers.length > 0 ? `${origin}/offres${commune ? `?commune=${commune}` : ''}` : null,
    description: `Les emplois que les communes proposent en ce moment${where}.`,
    content: `<h1>Offres d’emploi${safe(where)}</h1><p class="soft">Les postes ouverts en ce moment, les plus récents d’abord.</p>${list}${more ? `<p><a href="${safe(more)}">Offres plus anciennes</a></p>` : ''}`,
  });
};

const openTo = ({ contractuels, article }: PublicOffer): string => {
  if (!contractuels) return 'Fonctionnaires';
  return `Fonctionnaires et contractuels${article ? ` (article ${ARTICLE_LABEL[article]})` : ''}`;
};

const natureOf = ({ nature, durationMonths }: PublicOffer): string =>
  `${NATURE_LABEL[nature]}${durationMonths ? `, contrat de ${durationMonths}\u00a0mois` : ''}`;

const link = (url: string, label: string): string =>
  /^https?:/.test(url) ? `<a href="${safe(url)}" rel="noopener nofollow">${label}</a>` : '';

/** The file joined to it, said before it is taken: what it is and how heavy. */
const fileLink = ({ _id, attachment }: PublicOffer): string =>
  attachment
    ? `<a href="${publicAttachmentPath(_id.toHexString())}" rel="nofollow" download>${safe(attachment.name)}</a> (${ATTACHED_LABEL[attachment.type]}, ${fileWeight(attachment.bytes)})`
    : '';

const factsOf = (offer: PublicOffer): [string, string][] => {
  const cadre = offer.cadre === null ? undefined : cadreOf(offer.cadre);
  const facts: [string, string][] = [
    ['Employeur', safe(offer.organisation || communeName(offer.commune))],
    ['Lieu de travail', safe(offer.place || communeName(offer.commune))],
    ['Métier', offer.metier ? safe(metierLabel(offer.metier)) : ''],
    ['Cadre d’emplois', cadre ? safe(`${cadre.label} (catégorie ${cadre.categorie})`) : ''],
    ['Grades', safe(offer.grades.join(', '))],
    ['Emploi', safe(natureOf(offer))],
    ['Temps de travail', safe(timeOf(offer))],
    ['Ouvert aux', safe(openTo(offer))],
    ['À pourvoir le', offer.startsOn ? french(offer.startsOn) : ''],
    ['Date limite', offer.deadline ? `<b>${french(offer.deadline)}</b>` : ''],
    ['Déclaration', offer.dveNumber ? safe(`DVE n°\u00a0${offer.dveNumber}`) : ''],
    ['Délai réduit', safe(offer.emergency)],
  ];
  return facts.filter(([, value]) => value !== '');
};

const payOf = ({ rifseep, nbi, benefits }: PublicOffer): string =>
  paragraphsOf(
    [rifseep && 'Régime indemnitaire (RIFSEEP)', nbi !== null && `NBI de ${nbi}\u00a0points`, benefits].filter(Boolean).join('\n'),
  );

const section = (title: string, html: string): string => (html ? `<h2>${title}</h2><div class="text">${html}</div>` : '');

/** One offer, with what search engines read of it. */
export const offerPage = (offer: PublicOffer, origin: string): string => {
  const url = `${origin}${publicPath(offer._id.toHexString())}`;
  const facts = factsOf(offer).map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`);
  const links = [fileLink(offer), link(offer.officialUrl, 'L’annonce officielle'), link(offer.attachmentUrl, 'La fiche de poste')].filter(
    Boolean,
  );
  return offerLayout({
    title: `${offer.title}, ${communeName(offer.commune)} · Offre d’emploi`,
    canonical: url,
    description: summaryOf(offer),
    head: `<script type="application/ld+json">${jsonIn(jobPosting(offer, url))}</script>`,
    content: `<p class="screen"><a href="/offres">Toutes les offres</a></p>
<h1>${safe(offer.title)}</h1><p class="soft">${safe(summaryOf(offer))}</p>
<dl>${facts.join('')}</dl>
${section('Missions', paragraphsOf(offer.missions))}
${section('Profil', paragraphsOf(offer.profile))}
${section('Conditions', paragraphsOf(offer.conditions))}
${section('Rémunération et avantages', payOf(offer))}
${section('Pour candidater', howToApply(offer, offer.deadline && french(offer.deadline)))}
${section('En savoir plus', links.length > 0 ? `<p>${links.join(' · ')}</p>` : '')}`,
  });
};

/** What is told of an offer that is closed, or that was never shown. */
export const noOfferPage = (): string =>
  offerLayout({
    title: 'Offre introuvable',
    canonical: null,
    content:
      '<h1>Cette offre n’est plus ouverte</h1><p>Elle est pourvue, close, ou n’est pas ouverte au public.</p><p><a href="/offres">Voir les offres ouvertes</a></p>',
  });
