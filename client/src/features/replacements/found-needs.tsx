import type { NeedItem } from '@beffroi/shared/features/replacements/replacements.schemas';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { NeedSummary } from './need-summary.tsx';

/** Needs that were looked for. */
export function FoundNeeds({ needs }: { needs: readonly NeedItem[] }) {
  return (
    <ListCard label="Remplacements trouvés">
      {needs.map((need) => (
        <ListRow key={need.id}>
          <NeedSummary need={need} />
        </ListRow>
      ))}
    </ListCard>
  );
}
