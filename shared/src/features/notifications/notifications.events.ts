/** Told to a person's own devices: what waits for her is read from the API. */
export interface NotificationsEvents {
  /** She was told something; `key` names what happened, the same for all who are told of it. */
  'notification.created': (event: { key: string }) => void;
  /** She read some of it, on one of her devices. */
  'notification.read': () => void;
}
