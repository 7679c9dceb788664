import type { Me } from '@beffroi/shared/features/accounts/accounts.contract';
import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import IconDeviceDesktop from '@tabler/icons-react/dist/esm/icons/IconDeviceDesktop.mjs';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconLogout from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs';
import IconMoon from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconSun from '@tabler/icons-react/dist/esm/icons/IconSun.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import { useLayoutEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { signOut } from '../lib/authentication.ts';
import { ADMINISTRATION_PATH } from '../lib/paths.ts';
import { openOverlay } from './overlays.ts';
import { PersonButton } from './person-button.tsx';
import classes from './person-menu.module.css';
import { PhoneMenuItems } from './phone-menu-items.tsx';

const SCHEMES = [
  ['light', 'Thème clair', IconSun],
  ['dark', 'Thème sombre', IconMoon],
  ['auto', 'Thème automatique', IconDeviceDesktop],
] as const;

const icon = { size: 18, stroke: 1.7, 'aria-hidden': true } as const;

interface PersonMenuOpenProps {
  me: Me;
  openAtOnce: boolean;
  /** Whether the button that stood here before had the focus, which went with it. */
  focusAtOnce: boolean;
}

export const PersonMenuOpen = ({ me, openAtOnce, focusAtOnce }: PersonMenuOpenProps) => {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [opened, setOpened] = useState(openAtOnce);
  // Where the side bar gives way to a bar of five, these have no other entry.
  const onPhone = useMediaQuery('(max-width: 45em)');
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (focusAtOnce) button.current?.focus({ preventScroll: true });
  }, [focusAtOnce]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const leave = async () => setRefusal((await signOut())?.detail ?? null);
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      width={264}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      styles={{ itemIndicator: { width: 18 } }}
    >
      <Menu.Target>
        <PersonButton ref={button} me={me} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <b className={classes.name}>{me.name}</b>
          <span className={classes.email}>{me.email}</span>
        </Menu.Label>
        <Menu.Item component={Link} to="/profil" leftSection={<IconUser {...icon} />}>
          Mon profil
        </Menu.Item>
        {onPhone && <PhoneMenuItems me={me} />}
        {me.administrator && (
          <Menu.Item component={Link} to={ADMINISTRATION_PATH} leftSection={<IconSettings {...icon} />}>
            Administration
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
          {SCHEMES.map(([value, label, Icon]) => (
            <Menu.RadioItem key={value} value={value} rightSection={<Icon {...icon} />}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard {...icon} />} rightSection={<kbd>?</kbd>} onClick={() => openOverlay('shortcuts')}>
          Raccourcis clavier
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout {...icon} />} closeMenuOnClick={false} onClick={() => void leave()}>
          Se déconnecter
        </Menu.Item>
        {refusal && (
          <p className={classes.refusal} role="alert">
            {refusal}
          </p>
        )}
      </Menu.Dropdown>
    </Menu>
  );
};
