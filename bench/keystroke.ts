import { DOCUMENT_SCHEMA_VERSION } from '@beffroi/shared/collab/document-schema';
import { type Browser, chromium, type Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import { createRelativePositionFromTypeIndex, Doc, relativePositionToJSON, XmlElement, XmlText } from 'yjs';
import { chromiumPath } from '../tests/support/programs.ts';
import { USERS } from './forum/lib/corpus.mjs';
import { run, startTerritory, stopTerritory, type Territory } from './territory.ts';

const THREADS = 2_000;
const ROUNDS = 3;
const KEYS = 120;
const EVERY_MS = 110;
const WORDS =
  'le titulaire exécute les prestations conformément aux stipulations du présent cahier et dans les délais du bon de commande'.split(' ');

const signIn = async (browser: Browser, { url }: Territory) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' });
  const answer = await context.request.post(`${url}/api/auth/sign-in/email`, { data: USERS[0], headers: { origin: url } });
  if (!answer.ok()) throw new Error(`sign-in: ${answer.status()}`);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  return { context, cookie };
};

type Peer = { doc: Doc; provider: WebsocketProvider };

/** A colleague without a screen, in the same room by the same door. */
const join = async ({ url }: Territory, cookie: string, documentId: string): Promise<Peer> => {
  class Signed extends WebSocket {
    constructor(address: string, protocols?: string[]) {
      super(address, protocols, { headers: { origin: url, cookie } });
    }
  }
  const doc = new Doc();
  const options = { WebSocketPolyfill: Signed as never, disableBc: true, params: { schema: String(DOCUMENT_SCHEMA_VERSION) } };
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/collab`, documentId, doc, options);
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  return { doc, provider };
};

/** Six articles a page, each a title for two and paragraphs of thirty-eight words. */
const write = ({ doc }: Peer, pages: number): void => {
  const nodes: XmlElement[] = [];
  for (let index = 0; index < pages * 6; index++) {
    if (index % 3 === 0) {
      const title = new XmlElement<{ level: number; id: string; numbered: boolean }>('heading');
      title.setAttribute('level', index % 6 === 0 ? 1 : 2);
      title.setAttribute('id', `h${index}`);
      title.setAttribute('numbered', true);
      title.insert(0, [new XmlText(`Titre ${index}`)]);
      nodes.push(title as XmlElement);
    }
    for (const side of [0, 1]) {
      const paragraph = new XmlElement('paragraph');
      const words = Array.from({ length: 38 }, (_, word) => WORDS[(word * 7 + index + side) % WORDS.length]);
      paragraph.insert(0, [new XmlText(words.join(' '))]);
      nodes.push(paragraph);
    }
  }
  doc.transact(() => doc.getXmlFragment('default').insert(0, nodes));
};

/** Has each colleague type five characters a second, each at her own place. @returns how to stop */
const typing = (peers: Peer[]): (() => void) => {
  const timers = peers.map(({ doc, provider: { awareness } }, index) => {
    const name = `Agent ${index}, Anzin`;
    awareness.setLocalStateField('user', { id: `peer-${index}`, name, color: '#365fb8' });
    const fragment = doc.getXmlFragment('default');
    const text = (fragment.get(20 + ((index * 40) % (fragment.length - 20))) as XmlElement).get(0) as XmlText;
    return setInterval(() => {
      text.insert(text.length, 'a');
      const caret = relativePositionToJSON(createRelativePositionFromTypeIndex(text, text.length, -1));
      awareness.setLocalStateField('cursor', { anchor: caret, head: caret });
    }, 200);
  });
  return () => timers.forEach(clearInterval);
};

/**
 * Notes for each key how long the page worked for it, layout included, and when it was painted; in milliseconds. Its functions
 * bear no names: what runs this file would give them to a helper that the page does not have.
 */
const watchKeys = () => {
  const seen = { task: [] as number[], paint: [] as number[] };
  Object.assign(globalThis, { seen });
  const text = document.querySelector('.ProseMirror') as HTMLElement;
  let from = 0;
  text.addEventListener('keydown', () => (from = performance.now()), true);
  text.addEventListener(
    'input',
    () => {
      const start = from;
      const painted = new MessageChannel();
      painted.port1.onmessage = () => void seen.paint.push(performance.now() - start);
      requestAnimationFrame(() => painted.port2.postMessage(null));
      setTimeout(() => {
        text.getBoundingClientRect();
        seen.task.push(performance.now() - start);
      });
    },
    true,
  );
};

const typeHere = async (page: Page): Promise<{ task: number[]; paint: number[] }> => {
  await page.locator('.ProseMirror p').nth(3).click();
  await page.evaluate(watchKeys);
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.type('bonjour, '[key % 9] as string);
    await page.waitForTimeout(EVERY_MS);
  }
  return page.evaluate(() => (globalThis as unknown as { seen: { task: number[]; paint: number[] } }).seen);
};

const quantile = (values: number[], at: number): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * at)] as number;

const measureOnce = async (browser: Browser, territory: Territory, { pages, others }: { pages: number; others: number }) => {
  const { context, cookie } = await signIn(browser, territory);
  const { url } = territory;
  const { items } = await (await context.request.get(`${url}/api/clubs`)).json();
  const made = await context.request.post(`${url}/api/clubs/${items[0].slug}/templates`, {
    data: { kind: 'ccap', title: `${pages} pages, ${others} collègues` },
    headers: { origin: url },
  });
  const { id, documentId } = await made.json();
  const first = await join(territory, cookie, documentId);
  write(first, pages);
  const peers = await Promise.all(Array.from({ length: others }, () => join(territory, cookie, documentId)));
  const page = await context.newPage();
  await page.goto(`${url}/modeles/${id}`);
  await page.getByText('Enregistré', { exact: true }).waitFor();
  const stop = typing(peers);
  try {
    return await typeHere(page);
  } finally {
    stop();
    for (const { provider } of [first, ...peers]) provider.destroy();
    await context.close();
  }
};

const SETTINGS = [
  { pages: 1, others: 0 },
  { pages: 60, others: 0 },
  { pages: 60, others: 10 },
];

/** Measures what a key costs in a document of sixty pages while ten others write, beside a page alone. */
const measure = async (): Promise<void> => {
  run('npm', ['run', '--silent', 'build']);
  const territory = await startTerritory(THREADS);
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    for (const setting of SETTINGS) {
      const rounds: Awaited<ReturnType<typeof measureOnce>>[] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await measureOnce(browser, territory, setting));
      const of = (what: 'task' | 'paint', at: number) =>
        quantile(
          rounds.map((seen) => quantile(seen[what], at)),
          0.5,
        ).toFixed(1);
      const { pages, others } = setting;
      console.log(
        `${pages} pages, ${others} others: the key's task p50 ${of('task', 0.5)} ms, p95 ${of('task', 0.95)}; painted p50 ${of('paint', 0.5)}, p95 ${of('paint', 0.95)}`,
      );
    }
  } finally {
    await browser.close();
    stopTerritory(territory);
  }
};

await measure();
