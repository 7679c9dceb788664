import type { AnnouncementAudience } from '@beffroi/shared/features/forum/forum.vocabulary';
import { Checkbox } from '@mantine/core';

interface AudienceChoiceProps {
  value: AnnouncementAudience;
  onChange: (audience: AnnouncementAudience) => void;
}

/** Whom an announcement is for. */
export function AudienceChoice({ value, onChange }: AudienceChoiceProps) {
  return (
    <Checkbox
      label="Prévenir tous les agents du territoire"
      description="Toutes les communes la reçoivent, membres du club ou non. Vous verrez lesquelles l’ont lue."
      checked={value === 'territory'}
      onChange={(event) => onChange(event.currentTarget.checked ? 'territory' : 'club')}
    />
  );
}
