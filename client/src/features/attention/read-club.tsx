import { useAnnounce } from '../../ui/announcer.tsx';
import { useClear, useWaitingIn } from './attention.api.ts';
import { ClearAll } from './clear-all.tsx';

/** Marks all that waits in a club read at once; nothing once it is known that nothing waits. */
export function ReadClub({ slug, name }: { slug: string; name: string }) {
  const waiting = useWaitingIn(slug);
  const clearing = useClear();
  const announce = useAnnounce();
  if (waiting === 0) return null;
  const clear = () =>
    clearing.mutate(
      // What comes from now on stays to be read.
      { slug, until: new Date().toISOString() },
      {
        onSuccess: () => {
          announce(`Tout est lu dans le club ${name}.`);
          // The button goes: one reads on from the top of the club.
          document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
        },
      },
    );
  return <ClearAll busy={clearing.isPending} error={clearing.error} onClear={clear} />;
}
