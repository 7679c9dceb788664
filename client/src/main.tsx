import './theme/mantine.css';
import './theme/tokens.css';
import './theme/fonts.css';
import './theme/base.css';
import './theme/opening.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './providers.tsx';
import { Router, startFirstPage } from './router.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// zod, which comes with some pages, would try `new Function` for speed: our content policy forbids it and reports the try.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
// What stands in index.html meanwhile says that the page is opening: a skeleton drawn before the code is there would be kept for 300 ms.
void startFirstPage(window.location).then(() =>
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <Router />
      </Providers>
    </StrictMode>,
  ),
);
