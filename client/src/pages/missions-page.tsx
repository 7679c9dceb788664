import { Box, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { MyMissions } from '../features/replacements/missions.tsx';
import { useReplacementsRealtime } from '../features/replacements/replacements.realtime.ts';
import { api, isClosedToMe } from '../lib/api.ts';
import { AVAILABILITY_PATH } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** What a substitute follows: asked, offered, booked, hours to confirm. */
export function MissionsPage() {
  useReplacementsRealtime();
  const { error } = useQuery(api.replacements.mine.queryOptions());
  if (isClosedToMe(error)) return <NotFoundPage />;
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
