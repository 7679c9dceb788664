import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { imagesOf, mentionsOf, type RichText, type RichTextNode } from '@beffroi/shared/core/rich-text';
import { refsSeenBy } from '../accounts/accounts.queries.ts';
import { imagesExist } from '../images/images.queries.ts';

const relabel = (node: RichTextNode, labels: Map<string, string>): RichTextNode => {
  if (node.type === 'mention') {
    const id = String(node.attrs?.id);
    return { ...node, attrs: { ...node.attrs, id, label: labels.get(id) } };
  }
  return node.content ? { ...node, content: node.content.map((child) => relabel(child, labels)) } : node;
};

const wrong = (message: string) => new AppError('invalid-input', { errors: [{ path: 'body', message }] });

/**
 * Makes a text's references true: people mentioned are known to the writer and bear their own names, images were deposited in this club.
 * @throws AppError `invalid-input`
 */
export const checkReferences = async (actor: Actor, body: RichText, clubId: string): Promise<RichText> => {
  const images = imagesOf(body);
  if (images.length > 0 && !(await imagesExist(images, clubId))) throw wrong('Une image de ce texte n’a pas été déposée dans ce club.');
  const mentioned = mentionsOf(body);
  if (mentioned.length === 0) return body;
  const people = await refsSeenBy(actor, mentioned);
  if (people.length < mentioned.length) throw wrong('Une des personnes mentionnées n’existe pas ou n’existe plus.');
  const labels = new Map(people.map(({ id, name, commune }) => [id, commune ? `${name}, ${commune.name}` : name]));
  return relabel(body, labels) as RichText;
};
