import { EXPORT_FORMATS, type ExportFormat } from '@beffroi/shared/features/document-exports/document-exports.contract';
import { Menu } from '@mantine/core';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import { useMutation } from '@tanstack/react-query';
import { client, problemOf } from '../../lib/api.ts';
import { saveFile } from '../../lib/save-file.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';

const LABEL: Record<ExportFormat, string> = { docx: 'Word (.docx), à compléter', pdf: 'PDF, à signer' };

interface AgreementLinkProps {
  replacementId: string;
  personId: string;
  /** Who is lent, for who reads the button alone. */
  name: string;
}

/** The agreement about one person and one need, as a document. */
export function AgreementLink({ replacementId: id, personId, name }: AgreementLinkProps) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (format: ExportFormat) => {
      const { body } = await client.statements.agreement({ id, personId, format });
      saveFile(body, body.name);
    },
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <BusyButton
            busy={isPending}
            variant="subtle"
            size="compact-sm"
            aria-label={`Convention de mise à disposition, ${name}`}
            leftSection={<IconFileText size={15} stroke={1.8} aria-hidden />}
          >
            Convention
          </BusyButton>
        </Menu.Target>
        <Menu.Dropdown>
          {EXPORT_FORMATS.map((format) => (
            <Menu.Item key={format} onClick={() => mutate(format)}>
              {LABEL[format]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <FormError>{error && problemOf(error).detail}</FormError>
    </>
  );
}
