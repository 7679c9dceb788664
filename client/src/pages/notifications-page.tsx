import { NotificationList } from '../features/notifications/notification-list.tsx';
import { ReadAllButton } from '../features/notifications/read-all-button.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';

/** Everything the person was told. */
export function NotificationsPage() {
  return (
    <Page title="Notifications" lead="Ce qui vous concerne. Ouvrir un sujet marque comme lu ce qu’on vous en disait.">
      <Section title="Les plus récentes" action={<ReadAllButton />}>
        <NotificationList />
      </Section>
    </Page>
  );
}
