import { showsSomething } from '@beffroi/shared/core/visible-text';
import { COMMENT_LIMITS } from '@beffroi/shared/features/comments/comments.contract';
import { printed } from '../printed-text.ts';
import type { DropList } from './drop-list.ts';
import type { CommentedInWord } from './imported-document.ts';
import type { WordParts } from './open-word-file.ts';
import { attributeOf, signatureOf, tagsOf, unescaped, type XmlTag } from './word-xml.ts';

export const COMMENTS = 'word/comments.xml';
const THREADS = 'word/commentsExtended.xml';
/** A thousand comments of a page each; what weighs more was not written by people. */
const BYTES_MAX = 16 * 1024 * 1024;

interface FoundComment extends CommentedInWord {
  id: string;
  /** What Word threads it by: the mark of its last paragraph. */
  paragraphId: string | undefined;
}

/** A discussion, under the id the text knows it by. */
export interface WordThread extends CommentedInWord {
  id: string;
  replies: CommentedInWord[];
  resolved: boolean;
}

const WITHOUT_TEXT = '(commentaire sans texte)';

const textOf = (words: string, drops: DropList): string => {
  const text = printed(words).replace(/\n+/g, '\n').trim();
  if (text.length > COMMENT_LIMITS.text) drops.add('longComments');
  if (!showsSomething(text)) return WITHOUT_TEXT;
  return text.length > COMMENT_LIMITS.text ? `${text.slice(0, COMMENT_LIMITS.text - 1)}…` : text;
};

const LINES = new Set(['w:p', 'w:br', 'w:cr']);
const PICTURES = new Set(['w:drawing', 'w:pict', 'w:object']);

/** What a tag adds to the words of a comment; what is proposed to be deleted stands in other tags. */
const wordsAt = ({ name, kind, text }: XmlTag): string => {
  if (name === 'w:t') return kind === 'close' ? unescaped(text) : '';
  if (name === 'w:tab') return ' ';
  return LINES.has(name) && kind !== 'close' ? '\n' : '';
};

/** Every comment of the part, in its order. */
const commentsIn = (xml: string, drops: DropList): FoundComment[] => {
  const found: FoundComment[] = [];
  let isFallback = false;
  for (const tag of tagsOf(xml)) {
    const { name, kind, attributes } = tag;
    const current = found.at(-1);
    if (name === 'w:comment' && kind === 'open')
      found.push({ id: attributeOf(attributes, 'w:id') ?? '', ...signatureOf(attributes), text: '', paragraphId: undefined });
    // The same picture again, for older programs.
    if (name === 'mc:Fallback') isFallback = kind === 'open';
    if (!current || isFallback) continue;
    current.text += wordsAt(tag);
    if (name === 'w:p' && kind !== 'close') current.paragraphId = attributeOf(attributes, 'w14:paraId');
    if (PICTURES.has(name) && kind !== 'close') drops.add('commentPictures');
  }
  return found.map((comment) => ({ ...comment, text: textOf(comment.text, drops) }));
};

interface Threading {
  parent: string | undefined;
  done: boolean;
}

const threadingIn = (xml: string): Map<string, Threading> => {
  const threading = new Map<string, Threading>();
  for (const { name, attributes } of tagsOf(xml)) {
    const id = name === 'w15:commentEx' ? attributeOf(attributes, 'w15:paraId') : undefined;
    const done = attributeOf(attributes, 'w15:done');
    if (id) threading.set(id, { parent: attributeOf(attributes, 'w15:paraIdParent'), done: done === '1' || done === 'true' });
  }
  return threading;
};

/** Word answers the first comment of a discussion only; others chain answers. */
const CHAIN_MAX = 100;

/** The comment a discussion begins with. What answers in circles, or without end, begins its own. */
const beginningOf = (id: string, threading: ReadonlyMap<string, Threading>, known: ReadonlySet<string>): string => {
  let at = id;
  for (let step = 0; step < CHAIN_MAX; step += 1) {
    const parent = threading.get(at)?.parent;
    if (parent === undefined || !known.has(parent)) return at;
    at = parent;
  }
  return id;
};

const part = (parts: WordParts, path: string): string => parts.get(path)?.toString('utf8') ?? '';

/** How many comments discussions hold. */
export const sizeOf = (threads: readonly { replies: readonly unknown[] }[]): number =>
  threads.reduce((count, { replies }) => count + 1 + replies.length, 0);

/** The comments of a Word file, threaded and resolved as Word has them; what is more than may be kept is counted. */
export const readComments = (parts: WordParts, drops: DropList): WordThread[] => {
  if ([COMMENTS, THREADS].some((path) => (parts.get(path)?.byteLength ?? 0) > BYTES_MAX)) {
    drops.add('heavyComments');
    return [];
  }
  const found = commentsIn(part(parts, COMMENTS), drops);
  const threading = threadingIn(part(parts, THREADS));
  const known = new Set(found.flatMap(({ paragraphId }) => paragraphId ?? []));
  const threads = new Map<string, WordThread>();
  const named = found.map(({ id, paragraphId, ...said }) => {
    const own = paragraphId ?? `comment ${id}`;
    return { id, own, first: beginningOf(own, threading, known), said };
  });
  for (const { id, own, first, said } of named)
    if (own === first && !threads.has(own)) threads.set(own, { ...said, id, replies: [], resolved: threading.get(own)?.done ?? false });
  const firsts = new Set([...threads.values()].map(({ id }) => id));
  for (const { id, own, first, said } of named) {
    if (own === first && firsts.has(id)) continue;
    const thread = threads.get(first);
    if (thread && thread.replies.length < COMMENT_LIMITS.replies) thread.replies.push(said);
    else drops.add('surplusComments');
  }
  const all = [...threads.values()];
  drops.add('surplusComments', sizeOf(all.slice(COMMENT_LIMITS.threads)));
  return all.slice(0, COMMENT_LIMITS.threads);
};
