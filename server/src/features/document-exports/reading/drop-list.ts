import { COMMENT_LIMITS } from '@beffroi/shared/features/comments/comments.contract';

const plural = (count: number, one: string, many: string): string => `${count.toLocaleString('fr-FR')}\u00a0${count < 2 ? one : many}`;

/** What an import may lose or change, and how it is said. */
const SENTENCES = {
  contents: () => 'Le sommaire n’est pas repris\u00a0: il se fait tout seul à partir des titres.',
  frame: () => 'L’en-tête et le pied de page ne sont pas repris.',
  comments: (n: number) =>
    `${plural(n, 'commentaire est repris, au nom que Word donne à son auteur', 'commentaires sont repris, au nom que Word donne à leur auteur')}.`,
  unplacedComments: (n: number) =>
    `${plural(n, 'commentaire n’est pas repris\u00a0: il ne porte', 'commentaires ne sont pas repris\u00a0: ils ne portent')} sur aucun passage du texte.`,
  surplusComments: (n: number) =>
    `${plural(n, 'commentaire n’est pas repris', 'commentaires ne sont pas repris')}\u00a0: un document en porte ${COMMENT_LIMITS.threads.toLocaleString('fr-FR')} au plus, avec ${COMMENT_LIMITS.replies}\u00a0réponses à chacun.`,
  heavyComments: () => 'Les commentaires, trop volumineux, ne sont pas repris.',
  longComments: (n: number) =>
    `${plural(n, 'commentaire est coupé', 'commentaires sont coupés')} à ${COMMENT_LIMITS.text.toLocaleString('fr-FR')}\u00a0caractères.`,
  commentPictures: (n: number) =>
    `${plural(n, 'image n’est pas reprise', 'images ne sont pas reprises')} dans les commentaires, qui n’en ont pas.`,
  notes: (n: number) =>
    `${plural(n, 'note de bas de page est placée', 'notes de bas de page sont placées')} dans le texte, entre crochets.`,
  pictures: (n: number) =>
    `${plural(n, 'image n’est pas reprise', 'images ne sont pas reprises')}\u00a0: seuls les formats PNG, JPEG, WebP et GIF de 5\u00a0Mo au plus le sont.`,
  outside: (n: number) =>
    `${plural(n, 'image n’est pas dans le fichier et n’a pas été cherchée ailleurs', 'images ne sont pas dans le fichier et n’ont pas été cherchées ailleurs')}.`,
  links: (n: number) => `${plural(n, 'lien est gardé', 'liens sont gardés')} comme simple texte\u00a0: l’adresse n’est pas acceptée.`,
  formulas: (n: number) => `${plural(n, 'formule mathématique n’est pas reprise', 'formules mathématiques ne sont pas reprises')}.`,
  charts: (n: number) => `${plural(n, 'graphique ou schéma n’est pas repris', 'graphiques ou schémas ne sont pas repris')}.`,
  objects: (n: number) => `${plural(n, 'objet incorporé n’est pas repris', 'objets incorporés ne sont pas repris')}.`,
  highlights: (n: number) => `${plural(n, 'surlignage n’est pas repris', 'surlignages ne sont pas repris')}\u00a0; le texte est gardé.`,
  deep: (n: number) => `${plural(n, 'titre passe', 'titres passent')} au troisième niveau, le dernier.`,
  numbers: (n: number) => `${plural(n, 'numéro tapé est ôté', 'numéros tapés sont ôtés')} des titres\u00a0: ils se comptent tout seuls.`,
  recognized: (n: number) =>
    `${plural(n, 'paragraphe en gras est devenu un titre', 'paragraphes en gras sont devenus des titres')} d’après son numéro d’article.`,
  blanks: (n: number) => `${plural(n, 'ligne vide est ôtée', 'lignes vides sont ôtées')}.`,
  proposals: (n: number) =>
    `${plural(n, 'modification suivie est reprise', 'modifications suivies sont reprises')} comme propositions à décider.`,
  looks: (n: number) =>
    `${plural(n, 'changement de mise en forme suivi est repris', 'changements de mise en forme suivis sont repris')} comme décidé.`,
  rows: (n: number) =>
    `${plural(n, 'ligne de tableau ajoutée ou supprimée en suivi l’est', 'lignes de tableau ajoutées ou supprimées en suivi le sont')} comme décidé.`,
} as const;
export type Drop = keyof typeof SENTENCES;

/** Counts what an import loses or changes. */
export class DropList {
  private readonly counts = new Map<Drop, number>();

  add(drop: Drop, count = 1): void {
    if (count > 0) this.counts.set(drop, (this.counts.get(drop) ?? 0) + count);
  }

  /** One sentence for each kind of loss, in the order of the list above. */
  sentences(): string[] {
    return (Object.keys(SENTENCES) as Drop[])
      .filter((drop) => this.counts.has(drop))
      .map((drop) => SENTENCES[drop](this.counts.get(drop) ?? 0));
  }
}
