import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { FicheForm } from '../features/fiches/fiche-form.tsx';
import { threadOptions } from '../features/forum/forum.api.ts';
import { api, client } from '../lib/api.ts';
import { fichePath, threadPath } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { Writing } from './writing-tools.tsx';

/** Makes a fiche of a question's accepted answer, whose text is there to start from. */
export function NewFichePage() {
  const { slug = '' } = useParams();
  const threadId = useSearchParams()[0].get('sujet') ?? '';
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const thread = useQuery({ ...threadOptions(threadId), enabled: threadId !== '' });
  const fiche = useQuery({ ...api.fiches.ofThread.queryOptions({ input: { id: threadId } }), enabled: threadId !== '' });
  if (threadId && (thread.isPending || fiche.isPending)) return <PageSkeleton />;
  if (!thread.data || !fiche.data?.abilities['fiche.create']) return <NotFoundPage />;
  const { thread: question, log } = thread.data;
  const answer = log.replies.find(({ id }) => id === question.acceptedReplyId);
  return (
    <Page title="Nouvelle fiche" lead="Gardez de la réponse retenue ce qui servira à d’autres&nbsp;; la fiche dira d’où elle vient.">
      <Writing>
        <FicheForm
          draftKey={`fiche:sujet:${threadId}`}
          clubSlug={slug}
          initial={{ title: question.title, body: answer?.body ?? null, reviewOn: null, version: 1 }}
          sendLabel="Faire la fiche"
          save={async ({ title, body, reviewOn }) => {
            const made = await client.fiches.create({ slug, threadId, title, body, reviewOn, idempotencyKey });
            void cache.invalidateQueries({ queryKey: api.fiches.key() });
            await navigate(fichePath(slug, made.id), { replace: true });
          }}
          onCancel={() => void navigate(threadPath(slug, threadId))}
        />
      </Writing>
    </Page>
  );
}
