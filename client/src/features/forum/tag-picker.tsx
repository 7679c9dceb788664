import { THREAD_TAGS_MAX } from '@beffroi/shared/features/clubs/club-tags.contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import classes from './tag-picker.module.css';

interface TagPickerProps {
  clubSlug: string;
  /** Slugs. */
  value: readonly string[];
  onChange: (tags: string[]) => void;
}

/** The tags of a thread, among those its club keeps; folded away, since a question is asked without. */
export function TagPicker({ clubSlug, value, onChange }: TagPickerProps) {
  const { data } = useQuery(api.clubs.tags.queryOptions({ input: { slug: clubSlug }, staleTime: 5 * 60_000 }));
  if (!data?.items.length) return null;
  const chosen = data.items.filter(({ slug }) => value.includes(slug));
  const full = chosen.length >= THREAD_TAGS_MAX;
  const toggle = (slug: string) =>
    onChange(value.includes(slug) ? value.filter((one) => one !== slug) : [...chosen.map((tag) => tag.slug), slug]);
  return (
    <details className={classes.picker}>
      <summary>
        Étiquettes <span>{chosen.length ? chosen.map(({ name }) => name).join(', ') : 'facultatif'}</span>
      </summary>
      <fieldset className={classes.tags}>
        <legend>Jusqu’à {THREAD_TAGS_MAX} étiquettes</legend>
        {data.items.map(({ slug, name }) => (
          <label key={slug} className={classes.tag}>
            <input type="checkbox" checked={value.includes(slug)} disabled={full && !value.includes(slug)} onChange={() => toggle(slug)} />
            {name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
