import { AppError } from '@beffroi/shared/core/errors';
import { slugSchema } from '@beffroi/shared/core/ids';
import { type RequestHandler, type Response, Router } from 'express';
import type { FileStore } from '../../platform/files.ts';
import { communeName, territoryName } from '../directory/territory.queries.ts';
import { noOfferPage, offerPage, offersPage } from './offer-pages.ts';
import { offersFeed } from './offers-feed.ts';
import { publicOffer, publicOffers } from './public-offers.queries.ts';
import { attachmentAnswer } from './vacancy-files.queries.ts';
import { showsPublicly } from './vacancy-settings.queries.ts';

/** Kept by whatever stands in between, so that a crowd costs little; a closed offer is gone a minute later. */
const CACHED = 'public, max-age=60';

const page = (response: Response, status: number, html: string): void => {
  response
    .status(status)
    .set('Cache-Control', status === 200 ? CACHED : 'no-store')
    .type('html')
    .send(html);
};

/** The commune asked for; null for one that shows nothing, or for what is no name at all. */
const communeOf = (asked: unknown): string | undefined | null => {
  if (asked === undefined) return undefined;
  const slug = slugSchema.safeParse(asked);
  return slug.success && showsPublicly(slug.data) ? slug.data : null;
};

const ROBOTS = `User-agent: *
Allow: /offres
Disallow: /
`;

interface PublicOffersParts {
  publicUrl: string;
  limit: RequestHandler | null;
  files: FileStore;
}

/** Pages and feed for people outside, only of communes that say so: read-only, without session, cookie or script. */
export const publicOffersRoutes = ({ publicUrl, limit, files }: PublicOffersParts): Router => {
  const { origin } = new URL(publicUrl);
  const limited: RequestHandler = limit ?? ((_request, _response, next) => next());
  return Router()
    .get('/robots.txt', (_request, response) => void response.type('text').send(ROBOTS))
    .use(['/offres', '/offres.atom'], limited)
    .get('/offres', async (request, response) => {
      const { suite } = request.query;
      const commune = communeOf(request.query.commune);
      if (commune === null || (suite !== undefined && typeof suite !== 'string')) return page(response, 404, noOfferPage());
      const { offers, next } = await publicOffers({ commune, cursor: suite }).catch((error: unknown) => {
        // An address cut on its way leads to the beginning.
        if (error instanceof AppError && error.code === 'invalid-input') return publicOffers({ commune });
        throw error;
      });
      const more = next && `/offres?${new URLSearchParams({ ...(commune && { commune }), suite: next })}`;
      page(response, 200, offersPage({ origin, commune, offers, more, first: suite === undefined }));
    })
    .get('/offres.atom', async (request, response) => {
      const commune = communeOf(request.query.commune);
      if (commune === null) return page(response, 404, noOfferPage());
      const { offers } = await publicOffers({ commune });
      const name = commune ? communeName(commune) : (territoryName() ?? 'le territoire');
      const path = `/offres.atom${commune ? `?commune=${commune}` : ''}`;
      const feed = offersFeed({ origin, path, title: `Offres d’emploi, ${name}`, offers });
      response.set('Cache-Control', CACHED).type('application/atom+xml').send(feed);
    })
    .get('/offres/:id/piece-jointe', async (request, response) => {
      const { attachment } = (await publicOffer(request.params.id)) ?? {};
      if (!attachment) return page(response, 404, noOfferPage());
      const { headers, body } = await attachmentAnswer(attachment, files);
      response.set({ ...headers, 'Cache-Control': CACHED, 'Content-Type': body.type }).end(Buffer.from(await body.arrayBuffer()));
    })
    .get('/offres/:id', async (request, response) => {
      const offer = await publicOffer(request.params.id);
      page(response, offer ? 200 : 404, offer ? offerPage(offer, origin) : noOfferPage());
    });
};
