import type { MySubstitute } from '@beffroi/shared/features/substitutes/substitutes.contract';
import { Button } from '@mantine/core';
import { problemOf } from '../../lib/api.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import classes from './profile.module.css';
import { diplomasInWords, limitsInWords, metiersInWords, placesInWords } from './profile-words.ts';
import { profileOf, useLeave } from './substitutes.api.ts';

interface ProfileCardProps {
  substitute: MySubstitute;
  communes: readonly { slug: string; name: string }[];
  onEdit: () => void;
}

/** What one said of oneself, in sentences, and how to change it. */
export function ProfileCard({ substitute, communes, onEdit }: ProfileCardProps) {
  const profile = profileOf(substitute);
  const names = new Map(communes.map(({ slug, name }) => [slug, name]));
  return (
    <div className={classes.card}>
      <dl className={classes.facts}>
        <div>
          <dt>Je peux remplacer</dt>
          <dd>{metiersInWords(profile.metiers)}</dd>
        </div>
        <div>
          <dt>Mes diplômes</dt>
          <dd>{profile.diplomas.length > 0 ? diplomasInWords(profile.diplomas) : 'Aucun déclaré'}</dd>
        </div>
        <div>
          <dt>Où je vais</dt>
          <dd>{placesInWords(profile, names)}</dd>
        </div>
        <div>
          <dt>Combien</dt>
          <dd>{limitsInWords(profile)}</dd>
        </div>
      </dl>
      <div>
        <Button onClick={onEdit}>Modifier</Button>
      </div>
    </div>
  );
}

/** One leaves at a touch, without a reason to give. */
export function LeavePool({ substitute }: { substitute: MySubstitute }) {
  const leave = useLeave(substitute);
  return (
    <div className={classes.leave}>
      <p>Plus rien ne vous sera proposé. Ce que vous avez déclaré est effacé&nbsp;; les demi-journées déjà réservées tiennent.</p>
      <BusyButton variant="default" color="brick" busy={leave.isPending} onClick={() => leave.mutate({})}>
        Quitter le vivier
      </BusyButton>
      {leave.error && <p role="alert">{problemOf(leave.error).detail}</p>}
    </div>
  );
}
