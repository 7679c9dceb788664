import { contract } from '@beffroi/shared/contract';
import { problemSchema } from '@beffroi/shared/core/errors';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { Router } from 'express';
import { z } from 'zod';
import { docsPage } from './docs-page.ts';

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });

/** OpenAPI 3.1 of the whole contract. */
const generate = () =>
  generator.generate(contract, {
    info: { title: 'Beffroi', version: '0.1.0', description: 'Each error is a problem document (RFC 9457) with a French `detail`.' },
    servers: [{ url: '/api' }],
    components: {
      schemas: { Problem: z.toJSONSchema(problemSchema) as never },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'beffroi.session_token' } },
    },
    security: [{ session: [] }],
  });

/** `/api/openapi.json` for programs, `/api/docs` for people. */
export const docsRoutes = (): Router => {
  let document: ReturnType<typeof generate> | undefined;
  const once = () => {
    document ??= generate();
    return document;
  };
  return Router()
    .get('/openapi.json', async (_request, response) => {
      response.json(await once());
    })
    .get('/docs', async (_request, response) => {
      response.type('html').send(docsPage(await once()));
    });
};
