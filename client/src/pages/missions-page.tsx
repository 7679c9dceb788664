import { Box, Button } from '@mantine/core';
import { Link } from 'react-router';
import { MyMissions } from '../features/replacements/missions.tsx';
import { useReplacementsRealtime } from '../features/replacements/replacements.realtime.ts';
import { AVAILABILITY_PATH } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';

/** What a substitute follows: asked, offered, booked, hours to confirm. */
export function MissionsPage() {
  useReplacementsRealtime();
  return (
    <Page
      title="Mes remplacements"
      lead={
        <Button component={Link} to={AVAILABILITY_PATH}>
          Mes disponibilités
        </Button>
      }
    >
      <Box maw={860}>
        <MyMissions />
      </Box>
    </Page>
  );
}
