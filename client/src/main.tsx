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
startFirstPage(window.location.pathname);
createRoot(root).render(
  <StrictMode>
    <Providers>
      <Router />
    </Providers>
  </StrictMode>,
);
