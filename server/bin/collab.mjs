// Starts the room server alone, open to all, on an embedded store of its own: npm run collab -- --port N --data DIR
import { join } from 'node:path';
import { buildCollab, ROOT } from './build.mjs';

await buildCollab();
await import(join(ROOT, 'server/dist/collab-command.js'));
