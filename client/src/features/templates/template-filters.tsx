import { TEMPLATE_LIMITS } from '@beffroi/shared/features/templates/templates.contract';
import {
  TEMPLATE_KIND_LABEL,
  TEMPLATE_KINDS,
  TEMPLATE_STATES,
  templateStateLabel,
} from '@beffroi/shared/features/templates/templates.vocabulary';
import { Button } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useAddressFilters } from '../../lib/use-address-filters.ts';
import { FilterSelects } from '../../ui/filter-selects.tsx';
import { KIND_SLUGS, kindOfSlug, STATE_SLUGS, stateOfSlug } from './template-words.ts';
import classes from './templates.module.css';

const CHOICES = [
  {
    key: 'type',
    label: 'Type de document',
    placeholder: 'Tous',
    clearLabel: 'Tous les types',
    nothingFound: 'Aucun type de ce nom',
    items: TEMPLATE_KINDS.map((kind) => ({ slug: KIND_SLUGS[kind], name: TEMPLATE_KIND_LABEL[kind].long })),
  },
  {
    key: 'etat',
    label: 'État',
    placeholder: 'Tous',
    clearLabel: 'Tous les états',
    items: TEMPLATE_STATES.map((state) => ({ slug: STATE_SLUGS[state], name: templateStateLabel(state, 0) })),
  },
] as const;

/** Which models the address asks for. */
export const useTemplateFilters = () => {
  const [filters, change] = useAddressFilters(['type', 'etat', 'etiquette']);
  const tag = filters.etiquette.slice(0, TEMPLATE_LIMITS.tag) || undefined;
  const wanted = { kind: kindOfSlug(filters.type), state: stateOfSlug(filters.etat), tag };
  return { filters, change, wanted, narrowed: Boolean(wanted.kind ?? wanted.state ?? tag) };
};

/** Narrows a list of models by kind and state, and widens it again from the tag followed in one of its rows. */
export function TemplateFilters({ filters, change }: Pick<ReturnType<typeof useTemplateFilters>, 'filters' | 'change'>) {
  return (
    <div className={classes.filters} data-print="hidden">
      <FilterSelects choices={CHOICES} values={filters} onChange={change} />
      {filters.etiquette && (
        <Button
          className={classes.tagged ?? ''}
          rightSection={<IconX size={15} aria-hidden="true" />}
          onClick={() => change({ etiquette: null })}
          aria-label={`Ne plus choisir par l’étiquette ${filters.etiquette}`}
        >
          {filters.etiquette}
        </Button>
      )}
    </div>
  );
}
