import { communeName } from '../directory/territory.queries.ts';
import { safe } from './html-text.ts';
import type { PublicOffer } from './public-offers.queries.ts';

const EMAIL = /^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+$/;

/** A way to reach somebody as HR typed it; a mail address is one to write to. */
const reachable = (text: string, subject?: string): string => {
  if (!EMAIL.test(text)) return safe(text);
  return `<a href="mailto:${safe(text)}${subject ? `?subject=${safe(encodeURIComponent(subject))}` : ''}">${safe(text)}</a>`;
};

/** What a mail is to be called, so that HR knows what it answers. */
const subjectOf = ({ title, commune, dveNumber }: PublicOffer): string =>
  `Candidature\u00a0: ${title}, ${communeName(commune)}${dveNumber ? ` (DVE ${dveNumber})` : ''}`;

/**
 * How somebody from outside applies: by writing to whom HR named, with what is asked of everyone. Agents of the territory apply from
 * the offer's own page.
 */
export const howToApply = (offer: PublicOffer, deadline: string | null): string => {
  const { recipient, contact, organisation, commune, _id } = offer;
  const employer = organisation || communeName(commune);
  const to = recipient ? reachable(recipient, subjectOf(offer)) : `<b>${safe(employer)}</b>`;
  return [
    `<p>Adressez votre lettre de motivation et votre CV${deadline ? `, jusqu’au <b>${deadline}</b> inclus,` : ''} à ${to}.</p>`,
    contact ? `<p>Pour toute question\u00a0: ${reachable(contact)}.</p>` : '',
    `<p class="screen">Vous êtes agent du territoire\u00a0? <a href="/emplois/${_id.toHexString()}">Candidatez depuis Beffroi</a>\u00a0: seul le service RH de l’employeur le saura.</p>`,
  ].join('');
};
