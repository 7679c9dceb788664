import { io } from 'socket.io-client';
import { client } from '../lib/load.mjs';

const PAGES = 5;
const LONG_THREAD = 20;
const LONG_THREADS = 600;

/** The harness writes plain text: one paragraph per line, as the editor would send it. */
const richText = (text) => ({
  type: 'doc',
  content: text
    .split(/\n+/)
    .filter((line) => line.trim())
    .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line.trim() }] })),
});

const textOf = (node) => (node.text ?? '') + (node.content ?? []).map(textOf).join(' ');

/** Beffroi through its public interface: a category is a club's slug, a topic a thread's id. */
export default function ours(url) {
  const read = (session) => ({ cookie: session.cookie });
  const write = (session) => ({ cookie: session.cookie, 'content-type': 'application/json', origin: url });
  /** Where each page of each club begins: lists are read by cursor. */
  const cursors = new Map();
  const listPath = (club, cursor) => `/api/clubs/${club}/threads?limit=20${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;

  const get = async (connection, session, path) => {
    const answer = await connection.send({ path, headers: read(session) });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.buf.toString().slice(0, 200)}`);
    return answer.json();
  };

  /** Walks a club's list: keeps where its first pages begin, gives back its long threads. */
  const walkClub = async (connection, session, club, wanted) => {
    const starts = [null];
    const long = [];
    for (let cursor = null; ; ) {
      const page = await get(connection, session, listPath(club, cursor));
      long.push(...page.items.filter(({ replyCount }) => replyCount >= LONG_THREAD).map(({ id }) => id));
      cursor = page.nextCursor;
      if (starts.length < PAGES && cursor) starts.push(cursor);
      if (!cursor || (long.length >= wanted && starts.length === PAGES)) break;
    }
    cursors.set(club, starts);
    return long.slice(0, wanted);
  };

  return {
    async login(user) {
      const connection = client(url, 1);
      const answer = await connection.send({
        method: 'POST',
        path: '/api/auth/sign-in/email',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify({ email: user.email, password: user.password }),
      });
      await connection.close();
      if (answer.status !== 200) throw new Error(`sign-in of ${user.email}: ${answer.status} ${answer.buf.toString().slice(0, 200)}`);
      const set = [answer.headers['set-cookie']].flat();
      return { cookie: set.map((cookie) => cookie.split(';')[0]).join('; ') };
    },
    async discover(session) {
      const connection = client(url, 1);
      const clubs = (await get(connection, session, '/api/clubs')).items
        .filter(({ abilities }) => abilities['club.read'])
        .map(({ slug }) => slug);
      const topics = [];
      for (const club of clubs) topics.push(...(await walkClub(connection, session, club, Math.ceil(LONG_THREADS / clubs.length))));
      await connection.close();
      return { categories: clubs, topics };
    },

    listTopics: (session, club, page) => ({ path: listPath(club, cursors.get(club)[page - 1]), headers: read(session) }),
    readTopic: (session, thread) => ({ path: `/api/threads/${thread}?limit=20`, headers: read(session) }),
    search: (session, words) => ({ path: `/api/search?q=${encodeURIComponent(words)}&limit=10`, headers: read(session) }),
    createTopic: (session, { categoryId, title, body }) => ({
      method: 'POST',
      path: `/api/clubs/${categoryId}/threads`,
      headers: write(session),
      body: JSON.stringify({ kind: 'question', title, body: richText(body) }),
    }),
    reply: (session, { topicId, body }) => ({
      method: 'POST',
      path: `/api/threads/${topicId}/replies`,
      headers: write(session),
      body: JSON.stringify({ body: richText(body) }),
    }),

    parseList: ({ items }) =>
      items.map((thread) => ({ title: thread.title, author: thread.author.name, replies: thread.replyCount, last: thread.lastActivityAt })),
    parseTopic: ({ replies }) => replies.items.map((reply) => ({ body: textOf(reply.body), author: reply.author.name })),
    parseSearch: ({ total, items }) => ({ total, items: items.map(({ title, excerpt }) => `${title} ${excerpt}`) }),

    replyId: ({ id }) => id,
    subscribeRealtime(session, { topicId }, onEvent) {
      return new Promise((resolve, reject) => {
        const socket = io(url, {
          transports: ['websocket'],
          forceNew: true,
          reconnection: false,
          extraHeaders: { cookie: session.cookie, origin: url },
        });
        socket.on('connect_error', reject);
        socket.on('reply.created', (event) => onEvent({ id: event.id, bytes: JSON.stringify(['reply.created', event]).length }));
        socket.on('connect', () =>
          socket.emit('watch', { room: `thread:${topicId}` }, (answer) =>
            answer.ok ? resolve({ close: () => socket.close() }) : reject(new Error(JSON.stringify(answer))),
          ),
        );
      });
    },

    page: (session, club) => ({
      url: `${url}/clubs/${club}`,
      selector: '[data-row] a[href*="/sujets/"]',
      cookies: session.cookie
        .split('; ')
        .map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url })),
    }),
  };
}
