import { UNREAD_COUNTED_MAX } from '@beffroi/shared/features/notifications/notifications.contract';
import { Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { NOTIFICATION_SETTINGS_PATH, NOTIFICATIONS_PATH } from '../../lib/paths.ts';
import classes from './bell.module.css';
import { BellButton } from './bell-button.tsx';
import { NotificationList } from './notification-list.tsx';
import { unreadOptions } from './notifications.api.ts';
import { useNotificationsRealtime } from './notifications.realtime.ts';
import { ReadAllButton } from './read-all-button.tsx';

/** Lines shown before one goes to the page. */
const FIRST = 6;

interface BellPanelProps {
  openAtOnce: boolean;
  /** Whether the button that stood here before had the focus, which went with it. */
  focusAtOnce: boolean;
}

/** The bell with its count, live on every page, and the latest lines under it. */
export function BellPanel({ openAtOnce, focusAtOnce }: BellPanelProps) {
  useNotificationsRealtime();
  const { data } = useQuery(unreadOptions());
  const [opened, setOpened] = useState(openAtOnce);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (focusAtOnce) button.current?.focus({ preventScroll: true });
  }, [focusAtOnce]);
  const close = () => setOpened(false);
  return (
    <Popover opened={opened} onChange={setOpened} width="min(440px, calc(100vw - 24px))" position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <BellButton ref={button} unread={data?.count ?? 0} countedMax={UNREAD_COUNTED_MAX} onClick={() => setOpened(!opened)} />
      </Popover.Target>
      <Popover.Dropdown p={0} className={classes.dropdown ?? ''} aria-label="Notifications">
        <div className={classes.panel}>
          <div className={classes.head}>
            <h2>Notifications</h2>
            <ReadAllButton />
          </div>
          <div className={classes.lines}>
            <NotificationList first={FIRST} onOpen={close} />
          </div>
          <div className={classes.foot}>
            <Link to={NOTIFICATIONS_PATH} onClick={close}>
              Toutes les notifications
            </Link>
            <Link to={NOTIFICATION_SETTINGS_PATH} onClick={close}>
              Réglages
            </Link>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
