import type { Fiche } from '@beffroi/shared/features/fiches/fiches.contract';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { typeset } from '../editor/french-typography.ts';
import { RichTextView } from '../editor/rich-text-view.tsx';
import { FicheForm } from '../features/fiches/fiche-form.tsx';
import { ReviewTag } from '../features/fiches/fiche-row.tsx';
import { FicheFacts, FicheSources, FicheVersions } from '../features/fiches/fiche-view.tsx';
import classes from '../features/fiches/fiches.module.css';
import { useClubCards } from '../features/forum/forum.api.ts';
import { api, client, problemOf } from '../lib/api.ts';
import { fichesPath } from '../lib/paths.ts';
import { ClubMark } from '../ui/club-mark.tsx';
import { Page } from '../ui/page.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { ErrorState } from '../ui/states.tsx';
import { FicheRemoved, ModerateFiche } from './moderate-fiche.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import pageClasses from './thread-page.module.css';
import { Writing } from './writing-tools.tsx';

function Eyebrow({ fiche }: { fiche: Fiche }) {
  const club = useClubCards().get(fiche.clubSlug);
  return (
    <span className={pageClasses.eyebrow}>
      {club && (
        <Link className={pageClasses.club} to={fichesPath(club.slug)}>
          <ClubMark mark={club.mark} hue={club.hue} /> Fiches du club {club.name}
        </Link>
      )}
      <ReviewTag reviewOn={fiche.reviewOn} />
    </span>
  );
}

function FicheText({ fiche }: { fiche: Fiche }) {
  const cache = useQueryClient();
  const [open, setOpen] = useState<'edit' | 'versions' | null>(null);
  if (open === 'edit')
    return (
      <Writing>
        <FicheForm
          draftKey={`fiche:${fiche.id}`}
          clubSlug={fiche.clubSlug}
          initial={fiche}
          sendLabel="Enregistrer"
          save={async ({ title, body, reviewOn, version }) => {
            const revised = await client.fiches.edit({ id: fiche.id, title, body, reviewOn, version });
            cache.setQueryData(api.fiches.get.queryKey({ input: { id: fiche.id } }), revised);
            void cache.invalidateQueries({ queryKey: api.fiches.list.key() });
            setOpen(null);
          }}
          onCancel={() => setOpen(null)}
        />
      </Writing>
    );
  return (
    <article>
      <FicheRemoved fiche={fiche} className={classes.notice} />
      <RichTextView doc={fiche.body} />
      <FicheSources fiche={fiche} />
      <div className={classes.acts} data-print="hidden">
        {fiche.abilities['fiche.edit'] && <Button onClick={() => setOpen('edit')}>Réviser la fiche</Button>}
        {fiche.version > 1 && (
          <Button variant="subtle" aria-expanded={open === 'versions'} onClick={() => setOpen(open ? null : 'versions')}>
            Versions précédentes
          </Button>
        )}
        <ModerateFiche fiche={fiche} />
      </div>
      {open === 'versions' && <FicheVersions id={fiche.id} />}
    </article>
  );
}

/** One fiche: what the club retains, where it comes from, how it was revised. */
export function FichePage() {
  const { id = '' } = useParams();
  const query = useQuery(api.fiches.get.queryOptions({ input: { id } }));
  if (query.data)
    return (
      <Page title={typeset(query.data.title)} eyebrow={<Eyebrow fiche={query.data} />} lead={<FicheFacts fiche={query.data} />}>
        <FicheText fiche={query.data} />
      </Page>
    );
  if (query.isPending) return <PageSkeleton />;
  const problem = problemOf(query.error);
  if (problem.status === 404) return <NotFoundPage />;
  return (
    <Page title="Fiche">
      <ErrorState problem={problem} retry={() => void query.refetch()} />
    </Page>
  );
}
