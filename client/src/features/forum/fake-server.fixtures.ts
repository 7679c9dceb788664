import { vi } from 'vitest';

export interface Sent {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
}

type Answer = (sent: Sent) => { status?: number; body: unknown } | Promise<never>;

/** Answers the API client’s requests; `sent` keeps what was asked. Whatever no route matches is a network failure. */
export const fakeServer = (routes: Record<string, Answer>) => {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (input: Request | string | URL, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(input, init);
    const url = new URL(request.url);
    const words = await request.text();
    const entry: Sent = {
      method: request.method,
      path: url.pathname.replace(/^\/api/, ''),
      query: url.searchParams,
      body: words ? JSON.parse(words) : null,
    };
    sent.push(entry);
    const answer = await routes[`${entry.method} ${entry.path}`]?.(entry);
    if (!answer) throw new TypeError('Failed to fetch');
    const status = answer.status ?? 200;
    return new Response(JSON.stringify(answer.body), {
      status,
      headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
    });
  });
  return { sent, to: (route: string) => sent.filter(({ method, path }) => `${method} ${path}` === route) };
};

/** A problem document, as the API answers it. */
export const problem = (status: number, code: string, detail: string, more: object = {}) => ({
  status,
  body: { type: `about:blank#${code}`, title: detail, status, code, detail, ...more },
});
