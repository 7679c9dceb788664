import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queryClient } from './lib/query-client.ts';
import { colorSchemeManager, cssVariablesResolver, theme } from './theme/theme.ts';
import { Announcer } from './ui/announcer.tsx';

/** What every page stands on, in tests too. */
export const Providers = ({ children, client = queryClient }: { children: ReactNode; client?: typeof queryClient }) => (
  <MantineProvider
    theme={theme}
    colorSchemeManager={colorSchemeManager}
    cssVariablesResolver={cssVariablesResolver}
    defaultColorScheme="auto"
    deduplicateCssVariables={false}
  >
    <QueryClientProvider client={client}>
      {children}
      <Announcer />
    </QueryClientProvider>
  </MantineProvider>
);
