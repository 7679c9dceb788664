import { expect, test } from './support/test.ts';
import { askAs, replyAs, replyBox } from './support/writing.ts';

test('a pilot moderates: what is reported, closed, pinned and asked before, each told to whom it concerns and kept in the trail', async ({
  browserOf,
}) => {
  test.slow();
  const [asker, pilot, hr] = [await browserOf('asker'), await browserOf('pilot'), await browserOf('hr')];
  const first = await askAs(asker, 'Faut-il publier les avis d’attribution des petits marchés de voirie');
  const again = await askAs(asker, 'Publier les avis d’attribution des petits marchés de voirie, est-ce obligatoire');
  await replyAs(asker, first.id, 'Contactez mon beau-frère, il fait cela très bien.');

  // A reader reports, and only those who animate the club see it.
  await hr.goto(first.path);
  await hr
    .getByRole('article', { name: /^Réponse 1,/ })
    .getByRole('button', { name: /^Signaler/ })
    .click();
  const report = hr.getByRole('dialog', { name: 'Signaler ce texte' });
  await expect(report.getByRole('button', { name: 'Signaler' })).toBeDisabled();
  await report.getByRole('radio').first().check();
  await report.getByLabel('Précisions (facultatif)').fill('C’est une annonce commerciale.');
  await report.getByRole('button', { name: 'Signaler' }).click();
  await expect(report).toBeHidden();
  await hr.goto('/clubs/marches-publics/moderation');
  await expect(hr.getByText('Réservé aux pilotes du club')).toBeVisible();
  await expect(hr.getByRole('list', { name: 'Signalements' })).toHaveCount(0);

  // The pilot is told, decides with a reason, and the reply is gone for readers.
  await pilot.goto('/notifications');
  await expect(
    pilot
      .getByRole('main')
      .getByText(/signal/)
      .first(),
  ).toBeVisible();
  await pilot.goto('/clubs/marches-publics/moderation');
  const reported = pilot.getByRole('listitem').filter({ hasText: first.title }).filter({ hasText: 'beau-frère' });
  await expect(reported.getByText('C’est une annonce commerciale.')).toBeVisible();
  await reported.getByRole('button', { name: /^Retirer le message/ }).click();
  await expect(reported.getByRole('alert')).toBeVisible();
  await reported.getByLabel('Votre motif, dit aux personnes concernées').fill('Publicité, que la charte écarte.');
  await reported.getByRole('button', { name: /^Retirer le message/ }).click();
  await expect(reported).toHaveCount(0);
  await hr.goto(first.path);
  await expect(hr.getByRole('heading', { level: 1, name: first.title })).toBeVisible();
  await expect(hr.getByText('beau-frère')).toHaveCount(0);
  await asker.goto(first.path);
  await expect(asker.getByText(/Publicité, que la charte écarte\.$/)).toBeVisible();

  // The second thread is linked to the first, which closes it.
  const moderate = async (what: string) => {
    await pilot.getByRole('button', { name: 'Modérer' }).click();
    await pilot.getByRole('menuitem', { name: what }).click();
  };
  await pilot.goto(again.path);
  await moderate('Déjà posée…');
  const already = pilot.getByRole('dialog', { name: 'Déjà posée' });
  await already.getByRole('radio', { name: first.title }).check();
  await already.getByRole('button', { name: 'Relier' }).click();
  await expect(pilot.getByText('Les réponses se donnent dans le premier sujet.')).toBeVisible();
  await asker.goto(again.path);
  await expect(asker.getByRole('article').getByRole('link', { name: first.title })).toBeVisible();
  await expect(replyBox(asker)).toHaveCount(0);

  // The first is pinned, then closed: the reader who has it open sees it live.
  await asker.goto(first.path);
  await expect(replyBox(asker)).toBeVisible();
  await pilot.goto(first.path);
  await moderate('Épingler en haut du club');
  await moderate('Fermer…');
  const closing = pilot.getByRole('dialog', { name: 'Fermer le sujet' });
  await closing.getByRole('textbox').fill('La note du service juridique répond.');
  await closing.getByRole('button', { name: 'Fermer le sujet' }).click();
  await expect(asker.getByText(/^Sujet fermé par .*La note du service juridique répond\.$/)).toBeVisible();
  await expect(replyBox(asker)).toHaveCount(0);
  await asker.goto('/clubs/marches-publics');
  await expect(asker.getByRole('list', { name: 'Sujets épinglés' }).getByRole('link', { name: first.title })).toBeVisible();

  // All of it is in the trail, in sentences.
  await pilot.goto('/clubs/marches-publics/moderation');
  for (const did of ['a fermé le sujet', 'a épinglé le sujet', 'a relié le sujet', 'a retiré la réponse 1'])
    await expect(pilot.getByRole('list', { name: 'Journal de modération' }).getByText(did).first()).toBeVisible();
});

test('a fiche is reported by a member, removed by a pilot who says why, and put back', async ({ browserOf }) => {
  test.slow();
  const [member, pilot] = [await browserOf('asker'), await browserOf('pilot')];
  await member.goto('/clubs/marches-publics/fiches');
  await member.getByRole('list', { name: 'Fiches' }).getByRole('link').first().click();
  const title = member.getByRole('heading', { level: 1 });
  await expect(member.getByRole('heading', { level: 2, name: 'Sources' })).toBeVisible();
  const [path, words] = [new URL(member.url()).pathname, (await title.textContent()) as string];
  await member.getByRole('button', { name: 'Signaler la fiche' }).click();
  const report = member.getByRole('dialog', { name: 'Signaler ce texte' });
  await report.getByRole('radio', { name: 'Information fausse ou dépassée' }).check();
  await report.getByLabel('Précisions (facultatif)').fill('Le seuil cité a changé.');
  await report.getByRole('button', { name: 'Signaler' }).click();
  await expect(report).toBeHidden();

  await pilot.goto('/clubs/marches-publics/moderation');
  const reported = pilot.getByRole('listitem').filter({ hasText: 'Le seuil cité a changé.' });
  await expect(reported.getByRole('link', { name: words })).toHaveAttribute('href', path);
  await reported.getByLabel('Votre motif, dit aux personnes concernées').fill('À reprendre avec le nouveau seuil.');
  await reported.getByRole('button', { name: /^Retirer la fiche/ }).press('Enter');
  await expect(reported).toHaveCount(0);
  // What had the focus is gone with its row: it goes to the next.
  await expect(pilot.getByRole('region', { name: 'Signalements' }).getByRole('link').first()).toBeFocused();

  await member.goto(path);
  await expect(member.getByRole('heading', { level: 1, name: 'Page introuvable' })).toBeVisible();
  await member.goto('/notifications');
  await expect(member.getByText('Le texte que vous avez signalé a été retiré. À reprendre avec le nouveau seuil.')).toBeVisible();

  await pilot.goto(path);
  await expect(pilot.getByText('Motif : À reprendre avec le nouveau seuil.')).toBeVisible();
  await pilot.getByRole('button', { name: 'Rétablir la fiche' }).press('Enter');
  await expect(pilot.getByText('Fiche retirée')).toHaveCount(0);
  await expect(pilot.getByRole('heading', { level: 1 })).toBeFocused();
  await member.goto(path);
  await expect(title).toHaveText(words);
});
