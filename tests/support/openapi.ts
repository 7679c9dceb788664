import { type Answer, type Session, send } from './api-client.ts';

/** One endpoint, as the served OpenAPI document describes it. */
export interface Operation {
  /** `forum.list`, as in the contract. */
  id: string;
  method: string;
  /** `/clubs/{slug}/threads`, under `/api`. */
  path: string;
  parameters: { name: string; in: string; schema: Record<string, unknown> }[];
  /** The JSON schema of its body; null when it takes none, or none in JSON. */
  body: Record<string, unknown> | null;
}

interface Document {
  paths: Record<string, Record<string, { operationId: string; parameters?: Operation['parameters']; requestBody?: RequestBody }>>;
}
interface RequestBody {
  content: Record<string, { schema?: Record<string, unknown> }>;
}

/** Every endpoint the server says it has. */
export const readOperations = async (url: string): Promise<Operation[]> => {
  const { paths } = (await send({ url, cookie: '' }, '/api/openapi.json')).body as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId: id, parameters = [], requestBody }]) => ({
      id,
      method: method.toUpperCase(),
      path,
      parameters,
      body: requestBody?.content['application/json']?.schema ?? null,
    })),
  );
};

/** Calls an endpoint with an input as its contract takes it: what the path names goes there, the rest in the body or the query. */
export const callOperation = (session: Session, { method, path, body }: Operation, input: object): Promise<Answer> => {
  const rest: Record<string, unknown> = { ...input };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  if (method !== 'GET' && (body || method !== 'DELETE'))
    return send(session, `/api${filled}`, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(rest) });
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return send(session, `/api${filled}${query.size ? `?${query}` : ''}`, { method });
};
