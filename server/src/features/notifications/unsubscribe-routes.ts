import { KIND_WHEN } from '@beffroi/shared/features/notifications/notifications.vocabulary';
import { type Response, Router } from 'express';
import { unsubscribe } from './commands/unsubscribe.ts';
import { readUnsubscription, type Unsubscription } from './unsubscribe-token.ts';

/** Read from the mail of somebody who is not signed in: a page of its own, without a script. */
const page = (title: string, content: string): string => `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark"><title>${title} · Beffroi</title>
<style>
body{margin:0;font:17px/1.5 system-ui,sans-serif;color:#18233f;background:#f8f5ef}
main{max-width:34rem;margin:12vh auto 0;padding:0 1.25rem}
h1{font-size:1.6rem;line-height:1.2}
button{font:inherit;font-weight:600;padding:.6rem 1.1rem;border:0;border-radius:9px;background:#2b50bd;color:#fff;cursor:pointer}
a{color:#2b50bd}
@media (prefers-color-scheme:dark){body{color:#e9e6df;background:#141a2b}a{color:#8fa9f5}button{background:#8fa9f5;color:#10172c}}
</style></head>
<body><main><h1>${title}</h1>${content}</main></body></html>`;

const send = (response: Response, status: number, title: string, content: string): void => {
  response.status(status).set('Cache-Control', 'no-store').type('html').send(page(title, content));
};

const SETTINGS = '<p><a href="/notifications/reglages">Voir tous mes réglages</a></p>';

const asked = ({ kind }: Unsubscription): string => `«\u00a0${KIND_WHEN[kind]}\u00a0»`;

const unknown = (response: Response): void =>
  send(
    response,
    404,
    'Ce lien n’est pas valable',
    `<p>Il a peut-être été coupé en chemin. Vos réglages sont aussi dans Beffroi.</p>${SETTINGS}`,
  );

/**
 * `List-Unsubscribe` of our mails (RFC 8058): a POST does it at once, for the mail programs that offer a button; a person who follows
 * the link is asked first, since some programs follow every link. No session is needed: the token says whose and what.
 */
export const unsubscribeRoutes = (secret: string): Router =>
  Router()
    .get('/:token', (request, response) => {
      const subject = readUnsubscription(request.params.token, secret);
      if (!subject) return unknown(response);
      const form = '<form method="post"><button>Ne plus recevoir ces mails</button></form>';
      send(
        response,
        200,
        'Ne plus recevoir ces mails\u00a0?',
        `<p>${asked(subject)}\u00a0: vous continuerez de le voir dans Beffroi, sans mail.</p>${form}`,
      );
    })
    .post('/:token', async (request, response) => {
      const subject = readUnsubscription(request.params.token, secret);
      if (!subject) return unknown(response);
      await unsubscribe(subject.personId, subject.kind);
      send(
        response,
        200,
        'C’est fait',
        `<p>${asked(subject)}\u00a0: plus de mail. Vous continuerez de le voir dans Beffroi.</p>${SETTINGS}`,
      );
    });
