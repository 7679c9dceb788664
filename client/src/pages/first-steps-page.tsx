import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { FirstStep, FirstSteps } from '../features/territory/first-steps.tsx';
import { api } from '../lib/api.ts';
import { plural } from '../lib/french-text.ts';
import { useMe } from '../lib/me.ts';
import { communeAgentsPath } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';

/** What the first administrator finds once the territory exists: what was created, and what comes next. */
export const FirstStepsPage = () => {
  const me = useMe();
  const communes = useQuery(api.directory.communes.queryOptions()).data?.items;
  const clubs = useQuery(api.clubs.list.queryOptions()).data?.items;
  const own = me.communes.find(({ abilities }) => abilities['agents.manage']);
  const count = communes?.filter(({ kind }) => kind === 'commune').length;
  return (
    <Page
      title={`${me.territory ?? 'Votre territoire'} est prêt`}
      lead={
        count !== undefined && clubs
          ? `${plural(count, 'commune', 'communes')} et ${plural(clubs.length, 'club', 'clubs')} vous attendent. Voici par quoi commencer.`
          : 'Voici par quoi commencer.'
      }
    >
      <FirstSteps>
        {own && (
          <FirstStep
            title="Invitez vos premiers collègues"
            text="Ceux de l’intercommunalité d’abord, puis le référent de chaque commune&nbsp;: il invitera les siens."
            action={
              <Button component={Link} to={communeAgentsPath(own.slug)} variant="filled">
                Inviter
              </Button>
            }
          />
        )}
        <FirstStep
          title="Vérifiez les communes"
          text="Noms et populations viennent du registre national. Chaque commune attend ses premiers agents."
          action={
            <Button component={Link} to="/annuaire">
              Voir l’annuaire
            </Button>
          }
        />
        <FirstStep
          title="Relisez la charte des clubs"
          text="Chaque club en a une, courte. Elle donne le ton avant la première question."
          action={
            <Button component={Link} to="/clubs">
              Voir les clubs
            </Button>
          }
        />
        <FirstStep
          title="Complétez votre fiche"
          text="Vos collègues la verront dans l’annuaire&nbsp;: un numéro de téléphone, vos sujets."
          action={
            <Button component={Link} to="/profil">
              Ouvrir mon profil
            </Button>
          }
        />
      </FirstSteps>
    </Page>
  );
};
