import { DOCUMENT_FRAGMENT, DOCUMENT_SCHEMA_VERSION } from '@beffroi/shared/collab/document-schema';
import type { ClubAccess } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import { TEMPLATE_STATES, type TemplateState } from '@beffroi/shared/features/templates/templates.vocabulary';
import { beforeAll, describe, expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs';
import { haveMessage, parseMessage, updateMessage } from '../../../server/src/collab/wire.ts';
import { TemplateModel } from '../../../server/src/features/templates/template.model.ts';
import type { Session } from '../../support/api-client.ts';
import { openSocket } from '../../support/live-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildTemplate } from '../../support/templates.ts';
import { buildClub, buildPerson, type TestClub } from '../../support/world.ts';
import { buildCast, type Cast, PERSONAS, type Persona } from './personas.ts';

const ACCESSES: ClubAccess[] = ['request', 'open', 'invitation'];
const EVERYTHING = Uint8Array.of(0);
const WAIT = { timeout: 5_000 };

let server: Server;
let cast: Cast;
const clubs = {} as Record<ClubAccess, TestClub>;
beforeAll(async () => {
  server = await startServer();
  for (const access of ACCESSES) clubs[access] = await buildClub({ access });
  cast = await buildCast(server, clubs.request, await buildClub({ access: 'request' }));
});

/** A paragraph as somebody's page would send it, whatever it was told she may do. */
const forged = (words: string): Uint8Array => {
  const doc = new Doc();
  const paragraph = new XmlElement('paragraph');
  paragraph.insert(0, [new XmlText(words)]);
  doc.getXmlFragment(DOCUMENT_FRAGMENT).push([paragraph]);
  return encodeStateAsUpdate(doc);
};

/** What comes of opening a model's text and writing in it: whatever the room then answers to who asks for all of it. */
const tryToWrite = async ({ url, cookie }: Session, { documentId }: Template, words: string): Promise<'nothing' | 'reads' | 'writes'> => {
  const query = { schema: String(DOCUMENT_SCHEMA_VERSION) };
  const { ws, messages, ended } = openSocket({ base: `${url.replace(/^http/, 'ws')}/collab`, documentId, cookie, query });
  const answers = () => messages.map((bytes) => parseMessage(bytes)).filter(({ kind }) => kind === 'update');
  ws.once('open', () => ws.send(haveMessage(EVERYTHING)));
  await expect.poll(() => ended() !== null || answers().length > 0, WAIT).toBe(true);
  if (ended() !== null) return 'nothing';
  ws.send(updateMessage(forged(words)));
  // Asked twice: a change is taken at the end of its tick, after a question that came with it.
  for (let round = 0; round < 2; round++) {
    const before = answers().length;
    ws.send(haveMessage(EVERYTHING));
    await expect.poll(() => answers().length > before, WAIT).toBe(true);
  }
  const doc = new Doc();
  for (const answer of answers()) if (answer.kind === 'update') applyUpdate(doc, answer.update);
  return doc.getXmlFragment(DOCUMENT_FRAGMENT).toString().includes(words) ? 'writes' : 'reads';
};

const AGENTS: Persona[] = PERSONAS.filter((one) => !['anonymous', 'guestElsewhere', 'substitute', 'guest'].includes(one));
const WORKING: TemplateState[] = ['draft', 'review'];

/** Who reads in which club, and who of them writes there while the text is worked at. */
const mayRead: Record<ClubAccess, Persona[]> = {
  request: ['guest', 'member', 'pilot', 'administrator'],
  open: AGENTS,
  invitation: ['administrator'],
};
const mayWrite = (access: ClubAccess, state: TemplateState): Persona[] => [
  ...(WORKING.includes(state) ? (['administrator'] as const) : []),
  ...(access === 'request' && WORKING.includes(state) ? (['pilot'] as const) : []),
  ...(access === 'request' && state === 'draft' ? (['member'] as const) : []),
];

describe.each(ACCESSES)('the text of a model, in a club on %s', (access) => {
  test.each(TEMPLATE_STATES)('%s', async (state) => {
    const author = await buildPerson(server, { clubs: [[clubs[access], 'member']] });
    const template = await buildTemplate(author, clubs[access]);
    await TemplateModel.updateOne({ _id: template.id }, { $set: { state, validatedCount: WORKING.includes(state) ? 0 : 1 } });
    const found = {} as Record<Persona, string>;
    for (const persona of PERSONAS) found[persona] = await tryToWrite(cast[persona], template, `Ce qu’écrit ${persona}`);
    const reading = mayRead[access];
    const writing = mayWrite(access, state);
    const expected = PERSONAS.map((one) => [one, writing.includes(one) ? 'writes' : reading.includes(one) ? 'reads' : 'nothing']);
    expect(found).toEqual(Object.fromEntries(expected));
  });
});
