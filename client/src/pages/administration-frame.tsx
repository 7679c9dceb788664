import type { ReactNode } from 'react';
import { AdministrationTabs } from '../features/administration/administration-tabs.tsx';
import { useMe } from '../lib/me.ts';
import { Page } from '../ui/page.tsx';
import { NotFoundPage } from './not-found-page.tsx';

interface AdministrationFrameProps {
  title: string;
  text: string;
  children: ReactNode;
}

/** What the pages of the administration share; for everyone else they are not there. */
export function AdministrationFrame({ title, text, children }: AdministrationFrameProps) {
  if (!useMe().administrator) return <NotFoundPage />;
  return (
    <Page
      title={title}
      lead={
        <>
          <p>{text}</p>
          <AdministrationTabs />
        </>
      }
    >
      {children}
    </Page>
  );
}
