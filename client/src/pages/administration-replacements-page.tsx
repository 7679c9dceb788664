import { useQuery } from '@tanstack/react-query';
import { WAVE_SETTING_LABEL, WaveSettingsForm } from '../features/replacements/wave-settings-form.tsx';
import { api, problemOf } from '../lib/api.ts';
import { useMe } from '../lib/me.ts';
import { Section } from '../ui/section.tsx';
import { SettingsTrail } from '../ui/settings-trail.tsx';
import { TextSkeleton } from '../ui/skeletons.tsx';
import { ErrorState } from '../ui/states.tsx';
import { AdministrationFrame } from './administration-frame.tsx';

/** How the exchange of replacements tells people, for the whole territory. */
export function AdministrationReplacementsPage() {
  const { administrator } = useMe();
  const query = useQuery(api.replacements.settings.queryOptions({ enabled: administrator }));
  return (
    <AdministrationFrame
      title="Bourse de remplacements"
      text="Comment un besoin publié est annoncé au vivier, dans toutes les communes du territoire."
    >
      <Section title="Prévenir par vagues">
        {query.data ? (
          <>
            <WaveSettingsForm saved={query.data} />
            <SettingsTrail items={query.data.trail} labels={WAVE_SETTING_LABEL} />
          </>
        ) : query.isError ? (
          <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />
        ) : (
          <TextSkeleton lines={4} />
        )}
      </Section>
    </AdministrationFrame>
  );
}
