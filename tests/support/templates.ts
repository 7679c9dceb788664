import { DOCUMENT_FRAGMENT } from '@beffroi/shared/collab/document-schema';
import { contract } from '@beffroi/shared/contract';
import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import { Doc, XmlElement, XmlText } from 'yjs';
import { type Input, ok } from './api-client.ts';
import type { TestClub, TestPerson } from './world.ts';

/** A model of this club, a draft without a word, begun by `author`. */
export const buildTemplate = (
  author: TestPerson,
  club: TestClub,
  more: Partial<Input<typeof contract.templates.create>> = {},
): Promise<Template> => ok(author.session, contract.templates.create, { slug: club.slug, kind: 'ccap', title: 'CCAP d’essai', ...more });

/** Opens a model’s text as this person’s browser does; closed with the test. */
export const openTemplate = (person: TestPerson, { documentId }: Template) => {
  const { url, cookie } = person.session;
  class Signed extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers: { cookie, origin: url } });
    }
  }
  const doc = new Doc();
  const closed: number[] = [];
  const provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/collab`, documentId, doc, {
    WebSocketPolyfill: Signed as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params: { schema: '1' },
    maxBackoffTime: 200,
  });
  provider.on('connection-close', (event) => void (event && closed.push(event.code)));
  const leave = () => {
    provider.destroy();
    doc.destroy();
  };
  onTestFinished(leave);
  const body = doc.getXmlFragment(DOCUMENT_FRAGMENT);
  const write = (words: string) => {
    const paragraph = new XmlElement('paragraph');
    paragraph.insert(0, [new XmlText(words)]);
    body.push([paragraph]);
  };
  return {
    doc,
    body,
    provider,
    closed,
    write,
    text: () =>
      body
        .toString()
        .replaceAll(/<[^>]*>/g, ' ')
        .trim(),
    leave,
  };
};
