import { createServer, type Server } from 'node:http';

const quantile = (values: number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] as number;
export const p95 = (values: number[]): number => quantile(values, 0.95);
export const median = (values: number[]): number => quantile(values, 0.5);

/** A server that reads rows, and does nothing else. */
export const startBareServer = async (rowsOf: (asked: URL) => Promise<unknown>): Promise<{ url: string; server: Server }> => {
  const server = createServer((request, response) => {
    rowsOf(new URL(request.url as string, 'http://localhost')).then(
      (found) => response.setHeader('content-type', 'application/json').end(JSON.stringify(found)),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}`, server };
};
