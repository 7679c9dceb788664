import { DOCUMENT_FRAGMENT, DOCUMENT_SCHEMA_VERSION } from '@beffroi/shared/collab/document-schema';
import { contract } from '@beffroi/shared/contract';
import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import { XmlElement, XmlText } from 'yjs';
import { type Input, ok } from './api-client.ts';
import { openPage } from './live-client.ts';
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
  const base = `${url.replace(/^http/, 'ws')}/collab`;
  const { doc, provider, closed } = openPage({ base, documentId, cookie, query: { schema: String(DOCUMENT_SCHEMA_VERSION) } });
  const leave = () => {
    provider.destroy();
    doc.destroy();
  };
  const body = doc.getXmlFragment(DOCUMENT_FRAGMENT);
  const write = (words: string) => {
    const paragraph = new XmlElement('paragraph');
    paragraph.insert(0, [new XmlText(words)]);
    body.push([paragraph]);
  };
  const title = (words: string, id: string) => {
    const heading = new XmlElement<{ level: number; id: string }>('heading');
    heading.setAttribute('level', 1);
    heading.setAttribute('id', id);
    heading.insert(0, [new XmlText(words)]);
    // Typed for attributes of one type alone.
    body.push([heading as unknown as XmlElement]);
  };
  return {
    doc,
    body,
    provider,
    closed,
    write,
    title,
    text: () =>
      body
        .toString()
        .replaceAll(/<[^>]*>/g, ' ')
        .trim(),
    leave,
  };
};
