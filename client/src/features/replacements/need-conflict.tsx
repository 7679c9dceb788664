import type { Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { Button } from '@mantine/core';
import { ConflictNotice, conflictLead, Differences } from '../../ui/conflict-notice.tsx';
import { differencesWith, type NeedEdit } from './edit-need.ts';

interface NeedConflictProps {
  edit: NeedEdit;
  /** The need as somebody else left it. */
  theirs: Need;
  keepMine: () => void;
  takeTheirs: () => void;
}

/** What the other changed, beside what one typed. */
export function NeedConflict({ edit, theirs, keepMine, takeTheirs }: NeedConflictProps) {
  const differences = differencesWith(edit, theirs);
  return (
    <ConflictNotice
      title="Ce besoin a été modifié entre-temps"
      lead={conflictLead(differences)}
      acts={
        <>
          <Button variant="filled" onClick={keepMine}>
            Enregistrer mes changements
          </Button>
          <Button variant="default" onClick={takeTheirs}>
            Repartir du besoin actuel
          </Button>
        </>
      }
    >
      <Differences differences={differences} />
    </ConflictNotice>
  );
}
