import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import { communeName } from '../directory/territory.queries.ts';
import { paragraphsOf, safe } from './html-text.ts';
import type { PublicOffer } from './public-offers.queries.ts';
import { publicPath } from './vacancies.presenter.ts';

const entry = (origin: string, offer: PublicOffer): string => {
  const url = `${origin}${publicPath(offer._id.toHexString())}`;
  return `<entry>
<id>${safe(url)}</id>
<title>${safe(`${offer.title}, ${communeName(offer.commune)}`)}</title>
<link rel="alternate" type="text/html" href="${safe(url)}"/>
<published>${(offer.publishedAt ?? offer.changedAt).toISOString()}</published>
<updated>${offer.changedAt.toISOString()}</updated>
<author><name>${safe(offer.organisation || communeName(offer.commune))}</name></author>
${offer.metier ? `<category term="${safe(offer.metier)}" label="${safe(metierLabel(offer.metier))}"/>\n` : ''}<content type="html">${safe(paragraphsOf(offer.missions))}</content>
</entry>`;
};

interface Feed {
  origin: string;
  /** Its own address, with the commune it is of. */
  path: string;
  title: string;
  offers: readonly PublicOffer[];
}

/** Offers as an Atom feed (RFC 4287). */
export const offersFeed = ({ origin, path, title, offers }: Feed): string => {
  const updated = Math.max(0, ...offers.map(({ changedAt }) => changedAt.getTime()));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<id>${safe(`${origin}${path}`)}</id>
<title>${safe(title)}</title>
<updated>${new Date(updated).toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${safe(`${origin}${path}`)}"/>
<link rel="alternate" type="text/html" href="${safe(`${origin}/offres`)}"/>
${offers.map((offer) => entry(origin, offer)).join('\n')}
</feed>
`;
};
