import type { OpenAPI } from '@orpc/contract';

const escaped = (text: unknown): string => String(text ?? '').replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const operation = (method: string, path: string, { summary, parameters = [], requestBody, responses }: OpenAPI.OperationObject): string => `
<section id="${escaped(`${method}-${path}`)}">
  <h3><code>${escaped(method.toUpperCase())}</code> ${escaped(path)}</h3>
  <p>${escaped(summary)}</p>
  ${parameters.length > 0 ? `<details><summary>Parameters</summary><pre>${escaped(JSON.stringify(parameters, null, 1))}</pre></details>` : ''}
  ${requestBody ? `<details><summary>Body</summary><pre>${escaped(JSON.stringify(requestBody, null, 1))}</pre></details>` : ''}
  <details><summary>Answers</summary><pre>${escaped(JSON.stringify(responses, null, 1))}</pre></details>
</section>`;

/** The OpenAPI document as one plain page: no script, nothing fetched from elsewhere. */
export const docsPage = (document: OpenAPI.Document): string => {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).map(([method, value]) => ({ method, path, value: value as OpenAPI.OperationObject })),
  );
  const tags = [...new Set(operations.map(({ value }) => value.tags?.[0] ?? ''))];
  const groups = tags.map(
    (tag) =>
      `<h2>${escaped(tag)}</h2>${operations
        .filter(({ value }) => value.tags?.[0] === tag)
        .map(({ method, path, value }) => operation(method, path, value))
        .join('')}`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Beffroi API</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}pre{overflow:auto;background:#f4f1ea;padding:1rem;font-size:.8rem}h3{margin-bottom:0}</style>
<h1>Beffroi API</h1><p>${escaped(document.info.description)} Machine-readable: <a href="/api/openapi.json">openapi.json</a>.</p>${groups.join('')}</html>`;
};
