import { THREAD_KIND_LABEL, type ThreadKind } from '@beffroi/shared/features/forum/forum.vocabulary';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import IconNotebook from '@tabler/icons-react/dist/esm/icons/IconNotebook.mjs';
import IconScale from '@tabler/icons-react/dist/esm/icons/IconScale.mjs';
import IconSpeakerphone from '@tabler/icons-react/dist/esm/icons/IconSpeakerphone.mjs';
import classes from './kind-mark.module.css';

const ICONS = { question: IconHelpCircle, feedback: IconNotebook, watch: IconScale, announcement: IconSpeakerphone } as const;

export function KindIcon({ kind, size = 16 }: { kind: ThreadKind; size?: number }) {
  const Icon = ICONS[kind];
  return <Icon size={size} stroke={1.8} aria-hidden />;
}

/** The kind of a thread, by an icon and its word. */
export function KindMark({ kind }: { kind: ThreadKind }) {
  return (
    <span className={classes.mark}>
      <KindIcon kind={kind} /> {THREAD_KIND_LABEL[kind]}
    </span>
  );
}
