import {
  TEMPLATE_KIND_LABEL,
  TEMPLATE_KINDS,
  TEMPLATE_STATES,
  templateStateLabel,
} from '@beffroi/shared/features/templates/templates.vocabulary';
import { useAddressFilters } from '../../lib/use-address-filters.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { KIND_SLUGS, kindOfSlug, STATE_SLUGS, stateOfSlug } from './template-words.ts';
import classes from './templates.module.css';

const KINDS = TEMPLATE_KINDS.map((kind) => ({ slug: KIND_SLUGS[kind], name: TEMPLATE_KIND_LABEL[kind].long }));
const STATES = TEMPLATE_STATES.map((state) => ({ slug: STATE_SLUGS[state], name: templateStateLabel(state, 0) }));

/** Which models the address asks for. */
export const useTemplateFilters = () => {
  const [filters, change] = useAddressFilters(['type', 'etat']);
  const wanted = { kind: kindOfSlug(filters.type), state: stateOfSlug(filters.etat) };
  return { filters, change, wanted, narrowed: Boolean(wanted.kind ?? wanted.state) };
};

/** Narrows a list of models by kind and state. */
export function TemplateFilters({ filters, change }: Pick<ReturnType<typeof useTemplateFilters>, 'filters' | 'change'>) {
  return (
    <div className={classes.filters} data-print="hidden">
      <FilterSelect
        label="Type de document"
        placeholder="Tous"
        clearLabel="Tous les types"
        nothingFound="Aucun type de ce nom"
        items={KINDS}
        value={filters.type}
        onChange={(type) => change({ type })}
      />
      <FilterSelect
        label="État"
        placeholder="Tous"
        clearLabel="Tous les états"
        items={STATES}
        value={filters.etat}
        onChange={(etat) => change({ etat })}
      />
    </div>
  );
}
