import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { ListCard } from '../../ui/list-card.tsx';
import { Section } from '../../ui/section.tsx';
import { TemplateRow } from './template-row.tsx';
import { useTemplatesRealtime } from './templates.realtime.ts';

/** The models somebody has open to write just now, and who; nothing while none is. */
export function WrittenNow() {
  const { data } = useQuery(api.templates.writing.queryOptions());
  useTemplatesRealtime();
  if (!data?.items.length) return null;
  return (
    <Section title="Ouverts en ce moment">
      <ListCard>
        {data.items.map((template) => (
          <TemplateRow key={template.id} template={template} withClub />
        ))}
      </ListCard>
    </Section>
  );
}
