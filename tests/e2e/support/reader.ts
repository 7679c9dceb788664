import type { BrowserContext, Page } from '@playwright/test';

/** A page that goes from address to address for one person, or for a visitor, and what went wrong on the way. */
export interface Reader {
  page: Page;
  /** What the server answers to what the page shown asks, where that is a refusal: the browser writes it to the console by itself. */
  refused: number | undefined;
  /** Gives what went wrong since last asked: another origin asked, the content policy broken, an error or warning in the console. */
  wrongs: () => string[];
}

/** Opens a page in this context and watches over it. */
export const openReader = async (context: BrowserContext, url: string): Promise<Reader> => {
  const page = await context.newPage();
  const wrongs: string[] = [];
  const reader: Reader = { page, refused: undefined, wrongs: () => wrongs.splice(0) };
  const own = [url, url.replace('http', 'ws'), 'data:', `blob:${url}`];
  const where = (): string => new URL(page.url()).pathname;
  page.on('request', (request) => {
    if (!own.some((origin) => request.url().startsWith(origin))) wrongs.push(`${where()} asks ${request.url()}`);
  });
  page.on('websocket', (socket) => {
    if (!own.some((origin) => socket.url().startsWith(origin))) wrongs.push(`${where()} connects to ${socket.url()}`);
  });
  page.on('console', (message) => {
    const foreseen = reader.refused && message.text().includes(`the server responded with a status of ${reader.refused}`);
    if (['error', 'warning'].includes(message.type()) && !foreseen) wrongs.push(`${where()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrongs.push(`${where()} throws ${error.stack}`));
  await page.exposeFunction('policyBroken', (what: string) => wrongs.push(`${where()} breaks the content policy: ${what}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      void (window as unknown as { policyBroken: (what: string) => void }).policyBroken(`${violatedDirective} ${blockedURI}`);
    });
  });
  return reader;
};
