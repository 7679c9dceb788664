import { afterAll } from 'vitest';
import { endFile } from './end-of-file.ts';

// Run anew for each test file, where the modules it loads are shared: a hook of theirs would be set for the first file alone.
afterAll(endFile);
