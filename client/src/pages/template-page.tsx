import { proposalsOf } from '@beffroi/shared/collab/proposals';
import { templateRoom } from '@beffroi/shared/core/rooms';
import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import { ActionIcon, Button } from '@mantine/core';
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { DocumentScreen } from '../editor/document/document-screen.tsx';
import type { Active } from '../editor/document/highlights.ts';
import { DiscussedIn } from '../features/clauses/discussed-in.tsx';
import { ExportMenu } from '../features/document-exports/export-menu.tsx';
import { useReadOnOpening } from '../features/notifications/notifications.api.ts';
import { StateActions } from '../features/templates/state-actions.tsx';
import { StateTag } from '../features/templates/state-tag.tsx';
import { useTemplatesRealtime } from '../features/templates/templates.realtime.ts';
import { api, client, problemOf } from '../lib/api.ts';
import { answerOrKept, keepAnswer } from '../lib/kept-answers.ts';
import { useMe } from '../lib/me.ts';
import { templatesPath, versionsPath } from '../lib/paths.ts';
import { keepShell } from '../lib/shell-worker.ts';
import { useSocketEvent, useWatch } from '../lib/socket.ts';
import { whenSettled } from '../lib/when-settled.ts';
import { Page } from '../ui/page.tsx';
import { colourOf, personLabel } from '../ui/person-avatar.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { ErrorState } from '../ui/states.tsx';
import { addressedComment } from './document-margin.tsx';
import { DocumentNotes } from './document-notes.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { rememberText, StrandedTemplate, strandedText } from './stranded-template.tsx';
import { SuggestToggle, useSuggestKey } from './suggest-toggle.tsx';
import { useSuggesting } from './use-suggesting.ts';
import { Writing } from './writing-tools.tsx';

const READING_BECAUSE: Partial<Record<Template['state'], string>> = {
  review: 'Lecture seule\u00a0: modèle en relecture',
  validated: 'Lecture seule\u00a0: modèle validé',
  replaced: 'Lecture seule\u00a0: modèle remplacé',
};

/** Why one may not write; who may propose is told how instead. */
const readingBecause = ({ state, abilities }: Template): string =>
  abilities['template.suggest'] ? 'Sélectionnez un passage pour proposer' : (READING_BECAUSE[state] ?? 'Lecture seule');

/** The text as the API gives it, while the direct line is blocked: read again each time somebody wrote. */
const useContent = (id: string, isBlocked: boolean) => {
  const query = useQuery(api.templates.content.queryOptions({ input: { id }, enabled: isBlocked }));
  useSocketEvent('template.updated', (event) => {
    if (isBlocked && event.id === id) void query.refetch();
  });
  return query.data?.content ?? null;
};

const keptName = (id: string): string => `template.${id}`;

/** A model, or what this device kept of it while the network is away. */
const templateOptions = (id: string) => ({
  ...api.templates.get.queryOptions({ input: { id } }),
  queryFn: ({ signal }: { signal: AbortSignal }) => answerOrKept(keptName(id), () => client.templates.get({ id }, { signal })),
});

/** Has this model open without network from now on: the page's code, who one is, what one may do with it. Its text is kept as it comes. */
const useKeptOpen = (template: Template, me: ReturnType<typeof useMe>) => {
  useEffect(() => keepAnswer('me', me), [me]);
  useEffect(() => {
    keepAnswer(keptName(template.id), template);
    rememberText(template);
  }, [template]);
  useEffect(() => void whenSettled().then(keepShell), []);
};

function LiveTemplate({ template, reread }: { template: Template; reread: () => void }) {
  const me = useMe();
  useKeptOpen(template, me);
  useReadOnOpening({ templateId: template.id });
  const [isBlocked, setBlocked] = useState(false);
  const content = useContent(template.id, isBlocked);
  const [active, setActive] = useState<Active>(addressedComment);
  const { name, id } = { name: personLabel({ ...me, commune: me.communes[0] ?? null }), id: me.id };
  const suggesting = useSuggesting({ id, name }, setActive);
  const [asked, setAsked] = useState(0);
  const mayWrite = template.abilities['template.edit'];
  const toggle = { isOn: suggesting.isOn, onToggle: () => suggesting.setOn((before) => !before) };
  useSuggestKey(mayWrite, toggle);
  return (
    <DocumentScreen
      documentId={template.documentId}
      title={template.title}
      clubSlug={template.clubSlug}
      me={{ id, name, colour: colourOf(id) }}
      mayWrite={mayWrite}
      readingBecause={readingBecause(template)}
      extensions={suggesting.extensions}
      onLevelChanged={reread}
      content={content}
      onBlocked={setBlocked}
      back={
        <ActionIcon component={Link} to={templatesPath(template.clubSlug)} aria-label={`Modèles du club ${template.clubName}`}>
          <IconArrowLeft size={19} stroke={1.8} aria-hidden="true" />
        </ActionIcon>
      }
      tag={<StateTag state={template.state} validatedCount={template.validatedCount} />}
      actions={({ editor }) => (
        <>
          <StateActions
            template={template}
            countWaiting={() => (editor ? proposalsOf(editor.state.doc).length : 0)}
            onDecide={() => {
              const [first] = editor ? proposalsOf(editor.state.doc) : [];
              if (first) setActive({ kind: 'proposal', id: first.id });
              setAsked((before) => before + 1);
            }}
          />
          {mayWrite && <SuggestToggle {...toggle} />}
          <Button component={Link} to={versionsPath(template.id)}>
            Versions
          </Button>
          <ExportMenu templateId={template.id} isDraft={template.state === 'draft' || template.state === 'review'} />
        </>
      )}
      margin={(slot) => (
        <DocumentNotes
          slot={slot}
          template={template}
          personId={id}
          active={active}
          onActive={setActive}
          isSuggesting={suggesting.isOn}
          refusal={suggesting.refusal}
          asked={asked}
        />
      )}
      belowContents={() => <DiscussedIn templateId={template.id} />}
    />
  );
}

/** A model: its text, written live. */
export function TemplatePage() {
  const { id = '' } = useParams();
  const me = useMe();
  const query = useQuery(templateOptions(id));
  const reread = () => void query.refetch();
  useWatch(templateRoom(id), reread);
  useTemplatesRealtime();
  if (query.data)
    return (
      <Writing>
        <LiveTemplate key={query.data.documentId} template={query.data} reread={reread} />
      </Writing>
    );
  if (query.isPending) return <PageSkeleton />;
  const problem = problemOf(query.error);
  const stranded = problem.status === 404 ? strandedText(id, me.id) : null;
  if (stranded) return <StrandedTemplate named={stranded} />;
  if (problem.status === 404) return <NotFoundPage />;
  return (
    <Page title="Modèle">
      <ErrorState problem={problem} retry={reread} />
    </Page>
  );
}
