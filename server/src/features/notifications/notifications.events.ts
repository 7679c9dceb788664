declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** These people have something new to read. */
    'notifications.delivered': { personIds: string[]; key: string; pushes: boolean; urgent: boolean };
    /** The person read some of what she was told. */
    'notifications.read': { personId: string };
  }
}

export {};
