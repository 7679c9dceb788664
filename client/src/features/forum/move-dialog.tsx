import type { Problem } from '@beffroi/shared/core/errors';
import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '../../lib/me.ts';
import { useClubCards } from './forum.api.ts';
import { ModerationDialog } from './moderation-dialog.tsx';

interface MoveDialogProps {
  thread: Thread;
  busy: boolean;
  problem: Problem | null;
  onConfirm: (club: string) => void;
  onClose: () => void;
}

/** To which other club one animates a thread goes. */
export function MoveDialog({ thread, onConfirm, ...dialog }: MoveDialogProps) {
  const { administrator } = useMe();
  const clubs = [...useClubCards().values()].filter(
    ({ slug, standing }) => slug !== thread.clubSlug && (administrator || standing === 'pilot'),
  );
  const [club, setClub] = useState('');
  return (
    <ModerationDialog
      {...dialog}
      title="Déplacer le sujet"
      what="Le sujet part avec ses réponses et ses images. Son adresse reste bonne&nbsp;; qui ne lit pas l’autre club ne le verra plus."
      confirm="Déplacer"
      ready={Boolean(club)}
      onConfirm={() => onConfirm(club)}
    >
      <NativeSelect
        data-autofocus
        label="Vers le club"
        value={club}
        onChange={(event) => setClub(event.currentTarget.value)}
        data={[{ value: '', label: 'Choisir un club' }, ...clubs.map(({ slug, name }) => ({ value: slug, label: name }))]}
      />
    </ModerationDialog>
  );
}
