import { STATEMENT_FORMAT_LABEL, STATEMENT_FORMATS, type StatementFormat } from '@beffroi/shared/features/statements/statements.vocabulary';
import { Menu } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useMutation } from '@tanstack/react-query';
import { client, problemOf } from '../../lib/api.ts';
import { saveFile } from '../../lib/save-file.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import classes from './statements.module.css';

/** Takes a month's statement away as a file. */
export function DownloadMenu({ slug, month }: { slug: string; month: string }) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (format: StatementFormat) => {
      const { body } = await client.statements.download({ slug, month, format });
      saveFile(body, body.name);
    },
  });
  return (
    <div className={classes.download} data-print="hidden">
      <Menu position="bottom-end">
        <Menu.Target>
          <BusyButton busy={isPending} leftSection={<IconDownload size={17} stroke={1.8} aria-hidden />}>
            Télécharger
          </BusyButton>
        </Menu.Target>
        <Menu.Dropdown>
          {STATEMENT_FORMATS.map((format) => (
            <Menu.Item key={format} onClick={() => mutate(format)}>
              {STATEMENT_FORMAT_LABEL[format]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <FormError>{error && problemOf(error).detail}</FormError>
    </div>
  );
}
