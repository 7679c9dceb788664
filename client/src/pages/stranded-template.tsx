import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import { ActionIcon } from '@mantine/core';
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import { Link } from 'react-router';
import { DocumentScreen } from '../editor/document/document-screen.tsx';
import { keptName, readUnsent } from '../editor/document/kept-documents.ts';
import { keepAnswer, keptAnswer } from '../lib/kept-answers.ts';
import { useMe } from '../lib/me.ts';
import { LIBRARY_PATH } from '../lib/paths.ts';
import { colourOf } from '../ui/person-avatar.tsx';

type Named = Pick<Template, 'documentId' | 'title' | 'clubSlug'>;

const nameOf = (id: string): string => `text.${id}`;

/** Remembers where this device keeps the text of a model, for when the server no longer says. */
export const rememberText = ({ id, documentId, title, clubSlug }: Template): void =>
  keepAnswer(nameOf(id), { documentId, title, clubSlug });

/** The text of a model one may no longer open, while this device holds words of it that were never sent; null without any. */
export const strandedText = (id: string, personId: string): Named | null => {
  const named = keptAnswer<Named>(nameOf(id));
  return named && readUnsent(keptName(personId, named.documentId)) > 0 ? named : null;
};

const nothing = () => {};

/** A model that was deleted, or closed to the reader, before what she wrote was sent: her text as she left it, to be copied. */
export function StrandedTemplate({ named: { documentId, title, clubSlug } }: { named: Named }) {
  const { id, name } = useMe();
  return (
    <DocumentScreen
      documentId={documentId}
      title={title}
      clubSlug={clubSlug}
      me={{ id, name, colour: colourOf(id) }}
      mayWrite={false}
      onLevelChanged={nothing}
      content={null}
      onBlocked={nothing}
      back={
        <ActionIcon component={Link} to={LIBRARY_PATH} aria-label="Modèles">
          <IconArrowLeft size={19} stroke={1.8} aria-hidden="true" />
        </ActionIcon>
      }
      tag={null}
    />
  );
}
