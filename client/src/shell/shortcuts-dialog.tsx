import { Checkbox, Modal } from '@mantine/core';
import { setSingleKeys, useSingleKeys } from './shortcuts.ts';
import classes from './shortcuts-dialog.module.css';

const EVERYWHERE = [
  [['Ctrl', 'K'], 'Chercher, aller à, poser une question'],
  [['Échap'], 'Fermer ce qui est ouvert'],
] as const;
const SINGLE = [
  [['/'], 'Chercher'],
  [['N'], 'Poser une nouvelle question'],
  [['?'], 'Afficher ces raccourcis'],
] as const;
const CATCHING_UP = [
  [['↓', '↑'], 'Aller d’un sujet à l’autre'],
  [['Entrée'], 'Ouvrir le sujet'],
] as const;
const CATCHING_UP_SINGLE = [
  [['J', 'K'], 'Aller d’un sujet à l’autre'],
  [['E'], 'Marquer lu et passer au suivant'],
  [['U'], 'Annuler'],
] as const;
const WRITING = [
  [['Ctrl', 'Entrée'], 'Envoyer'],
  [['Ctrl', 'B'], 'Gras'],
  [['Ctrl', 'I'], 'Italique'],
  [['##', 'Espace'], 'Intertitre'],
  [['-', 'Espace'], 'Liste à puces'],
  [['1.', 'Espace'], 'Liste numérotée'],
  [['>', 'Espace'], 'Citation'],
  [['@'], 'Mentionner une personne'],
] as const;
const DOCUMENT = [
  [['/'], 'Insérer un titre, un tableau, une image'],
  [['Alt', '↑'], 'Monter le paragraphe, ou l’article depuis son titre'],
  [['Alt', '↓'], 'Le descendre'],
  [['Ctrl', 'F'], 'Chercher et remplacer'],
  [['Ctrl', 'Maj', 'E'], 'Proposer ce qu’on écrit, ou l’écrire'],
  [['Ctrl', 'Alt', 'M'], 'Commenter le passage choisi'],
  [['F8'], 'Aller à la suggestion ou au commentaire suivant'],
  [['Échap', 'Tab'], 'Quitter le texte'],
] as const;

type Lines = readonly (readonly [readonly string[], string])[];

const Part = ({ title, lines }: { title: string; lines: Lines }) => (
  <section>
    <h3 className={classes.title}>{title}</h3>
    <dl className={classes.lines}>
      {lines.map(([keys, meaning]) => (
        <div key={keys.join(' ')}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  </section>
);

/** Every key the product answers to, and the switch for those of one character. */
export const ShortcutsDialog = ({ onClose }: { onClose: () => void }) => {
  const single = useSingleKeys();
  return (
    <Modal opened onClose={onClose} title="Raccourcis clavier" size={560}>
      <div className={classes.parts}>
        <Part title="Partout" lines={single ? [...EVERYWHERE, ...SINGLE] : EVERYWHERE} />
        <Part title="À rattraper" lines={single ? [...CATCHING_UP, ...CATCHING_UP_SINGLE] : CATCHING_UP} />
        <Part title="En écrivant" lines={WRITING} />
        <Part title="Dans un modèle" lines={DOCUMENT} />
      </div>
      <Checkbox
        className={classes.single ?? ''}
        label="Raccourcis d’une seule touche"
        description="À désactiver si vous dictez vos textes ou si des touches partent par erreur."
        checked={single}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
    </Modal>
  );
};
