import { Link } from 'react-router';
import { NotificationList } from '../features/notifications/notification-list.tsx';
import { ReadAllButton } from '../features/notifications/read-all-button.tsx';
import { NOTIFICATION_SETTINGS_PATH } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';

import classes from './notifications-page.module.css';

/** Everything the person was told. */
export function NotificationsPage() {
  return (
    <Page
      title="Notifications"
      lead={
        <>
          Ce qui vous concerne. Ouvrir un sujet marque comme lu ce qu’on vous en disait.{' '}
          <Link className={classes.link} to={NOTIFICATION_SETTINGS_PATH}>
            Choisir quand me prévenir
          </Link>
        </>
      }
    >
      <Section title="Les plus récentes" action={<ReadAllButton />}>
        <NotificationList />
      </Section>
    </Page>
  );
}
