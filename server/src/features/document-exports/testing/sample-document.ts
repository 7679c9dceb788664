import type { ExportedDocument } from '../exported-document.ts';
import { pngOf } from './png.ts';
import {
  bullets,
  cell,
  deleted,
  doc,
  header,
  heading,
  inserted,
  type Json,
  link,
  numbers,
  p,
  paragraph,
  proposal,
  table,
  text,
} from './written-document.ts';

const OBJECT =
  'Le présent marché a pour objet la fourniture et la livraison de papier de reprographie aux communes membres du groupement de commandes, dans les conditions fixées au cahier des clauses techniques particulières.';
const LONG =
  'Le titulaire reconnaît avoir pris connaissance de l’ensemble des documents de la consultation et s’être rendu compte de la nature, de l’importance et des difficultés des prestations à exécuter. Il ne peut se prévaloir, postérieurement à la conclusion du marché, d’une connaissance insuffisante des sites, des lieux d’implantation et des conditions d’accès.';
const lots = table(
  [
    header('Lot', { colwidth: [70] }),
    header('Désignation', { colwidth: [300] }),
    header('Montant annuel HT', { colspan: 2, colwidth: [110, 110] }),
  ],
  [header(''), header(''), header('Minimum'), header('Maximum')],
  [cell('1', { rowspan: 2 }), cell('Papier A4 recyclé, 80 g'), paragraphCell('12 000 €'), paragraphCell('40 000 €')],
  [cell('Papier A3 recyclé, 80 g'), paragraphCell('2 000 €'), paragraphCell('9 000 €')],
  [cell('2'), cell('Enveloppes et pochettes'), cell('Sans minimum ni maximum', { colspan: 2 })],
);

function paragraphCell(words: string): Json {
  return { type: 'tableCell', content: [paragraph({ align: 'right' }, words)] };
}

const penalties = table(
  [header('Manquement constaté'), header('Pénalité')],
  ...Array.from({ length: 34 }, (_, index) => [
    cell(`Retard de livraison constaté sur le site n° ${index + 1}, après mise en demeure restée sans effet`),
    cell(`${(index + 1) * 50} € par jour ouvré`),
  ]),
);

const FIRST_ARTICLES = [
  heading(1, 'Préambule', { numbered: false }),
  paragraph({ align: 'justify' }, OBJECT),
  heading(1, 'Objet du marché', { id: 'objet' }),
  heading(2, 'Nature des prestations'),
  paragraph(
    { align: 'justify' },
    text('Marché ', 'bold'),
    text('à bons de commande', 'italic'),
    ' au sens de l’',
    text('article R. 2162-13', link('https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000037730847')),
    ' du code de la commande publique. ',
    LONG,
  ),
  heading(2, 'Allotissement'),
  p('Les prestations sont réparties en deux lots :'),
  lots,
  p('Chaque lot fait l’objet d’un marché distinct.'),
  heading(1, 'Durée'),
  p(
    'Le marché est conclu pour ',
    text('douze mois', deleted('1', 'Acheteur, Valenciennes')),
    text('vingt-quatre mois', inserted('1', 'Acheteur, Valenciennes')),
    ' à compter de sa notification.',
  ),
  p('Il est reconductible tacitement :'),
  numbers(
    1,
    'une première fois pour douze mois ;',
    [
      p('une seconde fois, si :'),
      bullets('le maximum n’est pas atteint ;', 'le groupement le décide.'),
      p('La décision est notifiée trois mois avant.'),
    ],
    'jamais au-delà de quatre ans.',
  ),
  p('La suite de la liste reprend à cinq :'),
  numbers(5, 'cinquième point ;', 'sixième point.'),
  heading(3, 'Prise d’effet'),
  p('À la notification.'),
  heading(3, 'Reconduction'),
  p('Tacite.'),
];
const LAST_ARTICLES = [
  heading(1, 'Pièces contractuelles'),
  p('Par ordre de priorité décroissante :'),
  numbers(1, 'l’acte d’engagement et ses annexes ;', 'le présent cahier ;', 'le mémoire technique du titulaire.'),
  { type: 'blockquote', content: [p('En cas de contradiction, la pièce de rang supérieur prévaut.')] },
  heading(1, 'Prix'),
  paragraph({ align: 'justify' }, `${LONG} ${LONG} ${LONG}`),
  paragraph({ align: 'center' }, text('P = P0 × (0,15 + 0,85 × I / I0)', 'bold')),
  paragraph(
    { insertedBreak: proposal('2', 'Juriste, Anzin') },
    'Les prix sont révisés chaque année',
    { type: 'hardBreak' },
    'à la date anniversaire.',
  ),
  heading(2, 'Avance'),
  paragraph({ align: 'justify' }, `${LONG} ${LONG}`),
  heading(2, 'Acomptes'),
  paragraph({ align: 'justify' }, `${LONG} ${LONG}`),
  heading(1, 'Pénalités'),
  p('Les manquements suivants donnent lieu à pénalité :'),
  penalties,
  { type: 'image', attrs: { src: '/api/images/plan', alt: 'Plan des points de livraison', width: 480, height: 240 } },
  { type: 'horizontalRule' },
  { type: 'pageBreak' },
  heading(1, 'Annexe 1 : points de livraison', { numbered: false }),
  heading(2, 'Hôtel de ville'),
  p('Place d’Armes, quai de déchargement au rez-de-chaussée.'),
  heading(3, 'Accès'),
  p('Du lundi au vendredi, de 8 h à 12 h.'),
  heading(2, 'Centre technique'),
  p('Sur rendez-vous.', text(' Barré', 'strike'), text(' souligné', 'underline')),
];

/** A particular specification of several pages with everything a document can hold. */
export const sampleContent = () => doc(...FIRST_ARTICLES, ...LAST_ARTICLES);

/** A draft with proposals, two comments (one resolved, one answered) and an image. */
export const sampleDocument = (overrides: Partial<ExportedDocument> = {}): ExportedDocument => {
  const content = overrides.content ?? sampleContent();
  const at = (words: string): number => {
    let found = 1;
    content.descendants((node, pos) => {
      if (node.isText && node.text?.includes(words)) found = pos + node.text.indexOf(words);
    });
    return found;
  };
  return {
    content,
    title: 'Fourniture de papier',
    kindLabel: 'Cahier des clauses administratives particulières',
    stateLabel: 'Brouillon',
    draft: true,
    clubName: 'Marchés publics',
    date: '2026-11-28T10:00:00.000Z',
    origin: 'https://extranet.example',
    comments: [
      {
        id: 'c1',
        from: at('reconductible'),
        to: at('reconductible') + 'reconductible tacitement'.length,
        author: 'Juriste, Anzin',
        at: '2026-11-21T08:00:00.000Z',
        text: 'Tacite ou expresse ?\nÀ trancher.',
        replies: [{ author: 'Pilote, Marchés publics', at: '2026-11-21T09:00:00.000Z', text: 'Tacite, comme en 2024.' }],
        resolved: false,
      },
      {
        id: 'c2',
        from: at('Chaque lot'),
        to: at('Chaque lot') + 10,
        author: 'Acheteur, Valenciennes',
        at: '2026-11-19T08:00:00.000Z',
        text: 'Vérifié.',
        replies: [],
        resolved: true,
      },
    ],
    images: async (src) => (src === '/api/images/plan' ? { data: pngOf(96, 48), type: 'image/png', width: 96, height: 48 } : null),
    ...overrides,
  };
};
