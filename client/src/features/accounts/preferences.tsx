import { Button, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { signOut } from '../../lib/authentication.ts';
import { FormError } from '../../ui/form-error.tsx';
import classes from './profile.module.css';

/** What concerns this device: its theme, and leaving it. */
export const Preferences = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [refusal, setRefusal] = useState<string | null>(null);
  const leave = async () => setRefusal((await signOut())?.detail ?? null);
  return (
    <div className={classes.preferences}>
      <SegmentedControl
        aria-label="Thème"
        value={colorScheme}
        onChange={(value) => setColorScheme(value as typeof colorScheme)}
        data={[
          { value: 'light', label: 'Clair' },
          { value: 'dark', label: 'Sombre' },
          { value: 'auto', label: 'Automatique' },
        ]}
        fullWidth
      />
      <FormError>{refusal}</FormError>
      <Button onClick={() => void leave()}>Se déconnecter</Button>
    </div>
  );
};
