import { defineConfig, mergeConfig } from 'vitest/config';
import vite from './vite.config.ts';

export default mergeConfig(
  vite,
  defineConfig({
    test: {
      name: 'client',
      environment: 'happy-dom',
      include: ['src/**/*.test.{ts,tsx}'],
      setupFiles: ['./src/test-setup.ts'],
      env: { TZ: 'Europe/Paris' },
      // The colours are read by a test; other style sheets are nothing to one.
      css: { include: /tokens\.css/ },
    },
  }),
);
