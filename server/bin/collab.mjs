// Starts the room server alone, open to all, on an embedded store of its own: npm run collab -- --port N --data DIR
import { join } from 'node:path';
import { buildCollab, ROOT } from './build.mjs';

// Many small rooms make much that is soon dropped: a small nursery keeps both processes small. This one has it from package.json.
process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS, '--max-semi-space-size=2'].filter(Boolean).join(' ');
await buildCollab();
await import(join(ROOT, 'server/dist/collab-command.js'));
