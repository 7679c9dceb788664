import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { mentionsOf, type RichText, type RichTextNode } from '@beffroi/shared/core/rich-text';
import { refsSeenBy } from './accounts.queries.ts';

const relabel = (node: RichTextNode, labels: Map<string, string>): RichTextNode => {
  if (node.type === 'mention') {
    const id = String(node.attrs?.id);
    return { ...node, attrs: { ...node.attrs, id, label: labels.get(id) } };
  }
  return node.content ? { ...node, content: node.content.map((child) => relabel(child, labels)) } : node;
};

/** A text whose mentions are of people known to its writer, each by her own name. @throws AppError `invalid-input` */
export const withTrueMentions = async (actor: Actor, body: RichText): Promise<RichText> => {
  const mentioned = mentionsOf(body);
  if (mentioned.length === 0) return body;
  const people = await refsSeenBy(actor, mentioned);
  if (people.length < mentioned.length) {
    const message = 'Une des personnes mentionnées n’existe pas ou n’existe plus.';
    throw new AppError('invalid-input', { errors: [{ path: 'body', message }] });
  }
  const labels = new Map(people.map(({ id, name, commune }) => [id, commune ? `${name}, ${commune.name}` : name]));
  return relabel(body, labels) as RichText;
};
