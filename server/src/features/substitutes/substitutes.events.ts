declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** Somebody entered the pool, left it, or is otherwise met there than before. */
    'substitutes.substitute.changed': { personId: string };
    /** When she can come is said otherwise. */
    'substitutes.availability.changed': { personId: string };
  }
}

export {};
