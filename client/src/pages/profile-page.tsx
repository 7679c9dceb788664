import { Link } from 'react-router';
import { Preferences } from '../features/accounts/preferences.tsx';
import classes from '../features/accounts/profile.module.css';
import { ProfileForm } from '../features/accounts/profile-form.tsx';
import { useMe } from '../lib/me.ts';
import { communeAgentsPath } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';

const ROLE_LABEL = { agent: 'Agent', hr: 'Ressources humaines', referent: 'Référent de la commune' } as const;

export const ProfilePage = () => {
  const me = useMe();
  return (
    <Page
      title="Mon profil"
      lead={`Ce que vos collègues voient de vous dans l’annuaire. Votre adresse est ${me.email}.`}
      aside={
        <>
          {me.communes.length > 0 && (
            <Section title={me.communes.length > 1 ? 'Mes communes' : 'Ma commune'}>
              <ul className={classes.rights}>
                {me.communes.map(({ slug, name, roles, abilities }) => (
                  <li key={slug}>
                    <b>{name}</b>
                    <br />
                    <span>{roles.map((role) => ROLE_LABEL[role]).join(' · ')}</span>
                    {abilities['agents.manage'] && (
                      <>
                        <br />
                        <Link to={communeAgentsPath(slug)} className={classes.manage}>
                          Inviter et suivre ses agents
                        </Link>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section title="Cet appareil">
            <Preferences />
          </Section>
        </>
      }
    >
      <ProfileForm me={me} />
    </Page>
  );
};
