import { DOCX_BYTES_MAX } from '@beffroi/shared/features/document-exports/document-exports.contract';
import { TEMPLATE_KIND_LABEL, TEMPLATE_KINDS, type TemplateKind } from '@beffroi/shared/features/templates/templates.vocabulary';
import { Button, FileInput, Loader, Modal, Select } from '@mantine/core';
import IconFileTypeDocx from '@tabler/icons-react/dist/esm/icons/IconFileTypeDocx.mjs';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client } from '../../lib/api.ts';
import { newKey } from '../../lib/new-key.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import classes from './document-exports.module.css';
import { useAbortable } from './use-abortable.ts';

interface Imported {
  id: string;
  title: string;
  dropped: string[];
}

interface ImportDialogProps {
  slug: string;
  onClose: () => void;
  /** Opens the model that was made. */
  onOpen: (templateId: string) => void;
}

const KINDS = TEMPLATE_KINDS.map((kind) => {
  const { short, long } = TEMPLATE_KIND_LABEL[kind];
  return { value: kind, label: long.startsWith(short) ? long : `${short} – ${long}` };
});
const MEGABYTES = DOCX_BYTES_MAX / 1024 / 1024;
const TOO_HEAVY = `Ce fichier dépasse ${MEGABYTES}\u00a0Mo.`;

/** What came of it: what was not kept is said before the model is opened. */
function Report({ imported, onOpen, onClose }: { imported: Imported; onOpen: () => void; onClose: () => void }) {
  return (
    <div className={classes.form}>
      <p role="status">
        Le modèle <strong>{imported.title}</strong> est créé, en brouillon.
      </p>
      {imported.dropped.length > 0 ? (
        <>
          <p className={classes.note}>À savoir sur ce qui a changé depuis le fichier Word&nbsp;:</p>
          <ul className={classes.dropped}>
            {imported.dropped.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className={classes.note}>Titres, listes, tableaux et images sont repris.</p>
      )}
      <div className={classes.acts}>
        <Button variant="filled" data-autofocus onClick={onOpen}>
          Ouvrir le modèle
        </Button>
        <Button onClick={onClose}>Fermer</Button>
      </div>
    </div>
  );
}

/** Sends a file, once however often it is pressed. */
const useImport = (slug: string) => {
  const cache = useQueryClient();
  return useAbortable(async ({ file, kind, key }: { file: File; kind: TemplateKind; key: string }, signal): Promise<Imported> => {
    const imported = await client.documentExports.importWord({ slug, file, kind, idempotencyKey: key }, { signal });
    void cache.invalidateQueries({ queryKey: api.templates.key() });
    return imported;
  });
};

/** Begins a model from a Word file. */
export function ImportDialog({ slug, onClose, onOpen }: ImportDialogProps) {
  const [file, setFile] = useState<File | null>(null);
  const [kind, setKind] = useState<TemplateKind>('ccap');
  const [key, setKey] = useState(newKey);
  const task = useImport(slug);
  const isTooHeavy = file !== null && file.size > DOCX_BYTES_MAX;
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    setKey(newKey());
    task.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file && !isTooHeavy) task.mutate({ file, kind, key });
  };
  const close = (): void => {
    task.cancel();
    onClose();
  };
  return (
    <Modal opened onClose={close} title="Importer un document Word" closeButtonProps={{ 'aria-label': 'Fermer la fenêtre' }}>
      {task.data ? (
        <Report imported={task.data} onOpen={() => onOpen(task.data.id)} onClose={onClose} />
      ) : (
        <form className={classes.form} onSubmit={submit} noValidate>
          <FormError>{task.problem?.detail}</FormError>
          <FileInput
            label="Fichier Word"
            description={`Au format .docx, ${MEGABYTES}\u00a0Mo au plus. Les numéros d’articles se recalculent tout seuls.`}
            placeholder="Choisir un fichier"
            accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            leftSection={<IconFileTypeDocx size={18} stroke={1.7} aria-hidden />}
            value={file}
            onChange={choose}
            error={isTooHeavy && TOO_HEAVY}
            disabled={task.isPending}
            data-autofocus
          />
          <Select
            label="Type de document"
            data={KINDS}
            value={kind}
            allowDeselect={false}
            onChange={(chosen) => chosen && setKind(chosen as TemplateKind)}
          />
          {task.isPending && (
            <p className={classes.work} role="status">
              <Loader size={16} aria-hidden />
              Envoi et lecture du document…
            </p>
          )}
          <div className={classes.acts}>
            <BusyButton type="submit" variant="filled" busy={task.isPending} disabled={!file || isTooHeavy}>
              Importer
            </BusyButton>
            <Button onClick={task.isPending ? task.cancel : close}>{task.isPending ? 'Annuler l’envoi' : 'Annuler'}</Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
