import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { Button } from '@mantine/core';
import { ConflictNotice, conflictLead, Differences } from '../../ui/conflict-notice.tsx';
import type { VacancyEdit } from './vacancy-content.ts';
import { differencesWith } from './vacancy-differences.ts';

interface VacancyConflictProps {
  edit: VacancyEdit;
  /** The vacancy as somebody else left it. */
  current: Vacancy;
  keepMine: () => void;
  takeCurrent: () => void;
}

/** What the other corrected, beside what one typed. */
export function VacancyConflict({ edit, current, keepMine, takeCurrent }: VacancyConflictProps) {
  const differences = differencesWith(edit, current);
  return (
    <ConflictNotice
      title="Cette offre a été modifiée entre-temps"
      lead={conflictLead(differences)}
      acts={
        <>
          <Button variant="filled" onClick={keepMine}>
            Enregistrer mon texte
          </Button>
          <Button variant="default" onClick={takeCurrent}>
            Reprendre le texte actuel
          </Button>
        </>
      }
    >
      <Differences differences={differences} />
    </ConflictNotice>
  );
}
