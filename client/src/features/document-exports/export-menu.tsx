import type { ExportFormat } from '@beffroi/shared/features/document-exports/document-exports.contract';
import { Button, Loader, Menu, Modal } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { FormError } from '../../ui/form-error.tsx';
import classes from './document-exports.module.css';
import { downloadExport, type ExportWanted } from './download-export.ts';
import { useAbortable } from './use-abortable.ts';

interface ExportMenuProps {
  templateId: string;
  /** Not yet validated: the file says so. */
  isDraft: boolean;
  /** One of its versions; its present text without. */
  version?: number;
}

const FORMATS: { format: ExportFormat; label: string; making: string }[] = [
  { format: 'docx', label: 'Word (.docx)', making: 'Préparation du fichier Word…' },
  { format: 'pdf', label: 'PDF', making: 'Préparation du PDF…' },
];

const DRAFT_HINT =
  'Un filigrane « Brouillon » barre chaque page. Dans Word, les propositions sont des modifications suivies et les commentaires ceux de Word.';
const VERSION_HINT = 'Cette version telle qu’elle était, sans commentaires. Un filigrane « Brouillon » barre chaque page.';

const hintOf = ({ isDraft, version }: ExportMenuProps): string | null => {
  if (!isDraft) return null;
  return version === undefined ? DRAFT_HINT : VERSION_HINT;
};

/** Says that the file is being made, which takes a few seconds for a long text, or why it could not be. */
function Making({ label, problem, onCancel }: { label: string; problem: string | null; onCancel: () => void }) {
  return (
    <Modal opened onClose={onCancel} title="Exporter" size="sm" closeButtonProps={{ 'aria-label': 'Fermer la fenêtre' }}>
      <div className={classes.form}>
        <FormError>{problem}</FormError>
        {!problem && (
          <p className={classes.work} role="status">
            <Loader size={16} aria-hidden />
            {label}
          </p>
        )}
        <div className={classes.acts}>
          <Button data-autofocus onClick={onCancel}>
            {problem ? 'Fermer' : 'Annuler'}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** Takes a model away as a Word file or a PDF. */
export function ExportMenu(props: ExportMenuProps) {
  const { templateId, version } = props;
  const task = useAbortable<ExportWanted, void>(downloadExport);
  const hint = hintOf(props);
  const wanted = FORMATS.find(({ format }) => format === task.variables?.format);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button leftSection={<IconDownload size={17} stroke={1.8} aria-hidden />}>Exporter</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMATS.map(({ format, label }) => (
            <Menu.Item key={format} onClick={() => task.mutate({ templateId, format, ...(version !== undefined && { version }) })}>
              {label}
            </Menu.Item>
          ))}
          {hint && <p className={classes.hint}>{hint}</p>}
        </Menu.Dropdown>
      </Menu>
      {wanted && (task.isPending || task.problem) && (
        <Making label={wanted.making} problem={task.problem?.detail ?? null} onCancel={task.cancel} />
      )}
    </>
  );
}
