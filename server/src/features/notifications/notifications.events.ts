declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** These people have something new to read. */
    'notifications.delivered': { personIds: string[]; key: string };
  }
}

export {};
