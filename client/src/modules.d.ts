/** The routes of the contract without their schemas: see `contractModule` in vite.config.ts. */
declare module 'virtual:contract' {
  import type { AnyContractRouter } from '@orpc/contract';
  export const contract: AnyContractRouter;
}

// The package types its barrel only; one file an icon keeps the other five thousand out of the bundler's way.
declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  import type { Icon } from '@tabler/icons-react';

  const icon: Icon;

  // biome-ignore lint/style/noDefaultExport: the files offer nothing else.
  export default icon;
}
