import { APPLICATION_STATE_LABEL } from '@beffroi/shared/features/applications/applications.vocabulary';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../lib/api.ts';
import { useMe } from '../../lib/me.ts';
import { applicationsOfPath, myApplicationPath } from '../../lib/paths.ts';
import { Tag } from '../../ui/tag.tsx';
import { STATE_TONE } from './application-words.ts';
import { useApplicationsLive } from './applications.api.ts';
import classes from './applications.module.css';
import { ApplyForm } from './apply-form.tsx';

interface ApplyPanelProps {
  vacancy: { id: string; title: string; open: boolean; commune: { slug: string; name: string } };
}

/** How many applied, and the way to them. */
function Received({ id }: { id: string }) {
  const { data } = useQuery(api.applications.ofVacancy.queryOptions({ input: { id, limit: 100 } }));
  const count = data?.items.length;
  const words = count === undefined ? 'Candidatures' : `${count}${data?.nextCursor ? '+' : ''} candidature${count > 1 ? 's' : ''}`;
  return (
    <Button component={Link} to={applicationsOfPath(id)} fullWidth>
      {count === 0 ? 'Aucune candidature encore' : words}
    </Button>
  );
}

function Apply({ vacancy }: ApplyPanelProps) {
  const [writing, setWriting] = useState(false);
  const [given, setGiven] = useState(false);
  const { data, isPending } = useQuery(api.applications.mine.queryOptions({ input: { vacancy: vacancy.id } }));
  const [sent] = data?.items ?? [];
  if (sent)
    return (
      <p className={classes.sent}>
        <Link to={myApplicationPath(sent.id)}>Votre candidature</Link>
        <Tag tone={STATE_TONE[sent.state]}>{APPLICATION_STATE_LABEL[sent.state]}</Tag>
      </p>
    );
  if (!vacancy.open || isPending) return null;
  const close = () => {
    setWriting(false);
    setGiven(true);
  };
  if (writing) return <ApplyForm vacancyId={vacancy.id} commune={vacancy.commune.name} onClose={close} />;
  return (
    // Who gives up is where she was: the form she leaves stood in the button's place.
    <Button variant="filled" fullWidth onClick={() => setWriting(true)} ref={given ? (button) => button?.focus() : undefined}>
      Candidater
    </Button>
  );
}

/** Beside a vacancy: one applies, or follows what one sent; its commune's HR goes to what it received. */
export function ApplyPanel({ vacancy }: ApplyPanelProps) {
  const { communes } = useMe();
  useApplicationsLive();
  const own = communes.find(({ slug }) => slug === vacancy.commune.slug);
  return own?.roles.includes('hr') ? <Received id={vacancy.id} /> : <Apply vacancy={vacancy} />;
}
