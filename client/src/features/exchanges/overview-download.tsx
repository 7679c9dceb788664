import {
  OVERVIEW_TABLE_LABEL,
  OVERVIEW_TABLES,
  type OverviewPeriod,
  type OverviewTable,
} from '@beffroi/shared/features/exchanges/exchanges.vocabulary';
import { Menu } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useMutation } from '@tanstack/react-query';
import { client, problemOf } from '../../lib/api.ts';
import { saveFile } from '../../lib/save-file.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';

/** Takes the figures away: all of them as a workbook, or one table as CSV. */
export function OverviewDownload({ months }: { months: OverviewPeriod }) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (table: OverviewTable | null) => {
      const wanted = table ? ({ format: 'csv', table } as const) : ({ format: 'xlsx' } as const);
      const { body } = await client.exchanges.download({ months, ...wanted });
      saveFile(body, body.name);
    },
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <BusyButton busy={isPending} leftSection={<IconDownload size={17} stroke={1.8} aria-hidden />}>
            Télécharger
          </BusyButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => mutate(null)}>Tout, pour Excel (.xlsx)</Menu.Item>
          {OVERVIEW_TABLES.map((table) => (
            <Menu.Item key={table} onClick={() => mutate(table)}>
              {OVERVIEW_TABLE_LABEL[table]} (CSV)
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <FormError>{error && problemOf(error).detail}</FormError>
    </>
  );
}
