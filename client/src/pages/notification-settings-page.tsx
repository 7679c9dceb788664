import { Link } from 'react-router';
import { SettingsForm } from '../features/notifications/settings-form.tsx';
import { NOTIFICATIONS_PATH } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';

/** What the person is told of, and how. */
export function NotificationSettingsPage() {
  return (
    <Page
      title="Quand me prévenir"
      eyebrow={<Link to={NOTIFICATIONS_PATH}>Notifications</Link>}
      lead="Terminez chaque phrase comme elle vous convient&nbsp;: le choix est enregistré aussitôt."
    >
      <SettingsForm />
    </Page>
  );
}
