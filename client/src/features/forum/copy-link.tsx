import { useClipboard } from '@mantine/hooks';
import { useAnnounce } from '../../ui/announcer.tsx';
import { TextButton } from './text-button.tsx';

const SAID_MS = 2_000;

/** Copies the address of a page of ours; the button says so for a moment. */
export function CopyLink({ path, label }: { path: string; label: string }) {
  const { copy, copied, error } = useClipboard({ timeout: SAID_MS });
  const announce = useAnnounce();
  const act = () => {
    copy(new URL(path, location.origin).href);
    announce('Lien copié');
  };
  return (
    <TextButton quiet onClick={act} label={label}>
      {error ? 'Copie refusée par le navigateur' : copied ? 'Lien copié' : 'Lien'}
    </TextButton>
  );
}
