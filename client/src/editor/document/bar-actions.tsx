import { ActionIcon, Popover } from '@mantine/core';
import IconDotsVertical from '@tabler/icons-react/dist/esm/icons/IconDotsVertical.mjs';
import type { ReactNode } from 'react';
import classes from './document-screen.module.css';

/** What may be done with the document: at the right of the bar, or behind one button where the bar is narrow. */
export function BarActions({ isNarrow, children }: { isNarrow: boolean; children: ReactNode }) {
  if (!children) return null;
  if (!isNarrow) return <div className={classes.actions}>{children}</div>;
  return (
    // Kept mounted and alive, merely not shown: what a button inside opens stands by itself once this is closed.
    <Popover keepMounted keepMountedMode="display-none" position="bottom-end" shadow="md">
      <Popover.Target>
        <ActionIcon className={classes.actions ?? ''} aria-label="Actions du document">
          <IconDotsVertical size={19} stroke={1.8} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.stacked}>{children}</div>
      </Popover.Dropdown>
    </Popover>
  );
}
