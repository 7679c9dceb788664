import { type TemplateState, templateStateLabel } from '@beffroi/shared/features/templates/templates.vocabulary';
import { Tag } from '../../ui/tag.tsx';
import { STATE_TONE } from './template-words.ts';

/** « Brouillon », « v3 en relecture », « Validé v2 ». */
export const StateTag = ({ state, validatedCount }: { state: TemplateState; validatedCount: number }) => (
  <Tag tone={STATE_TONE[state]}>{templateStateLabel(state, validatedCount)}</Tag>
);
