import type { DemoComment, DemoSuggestion } from '../../demo-model.ts';

/** What the human resources club proposes to change in its agreement. */
export const conventionSuggestions: DemoSuggestion[] = [
  { quote: 'avec un préavis de trois mois', replacement: 'avec un préavis de deux mois', byKey: 'secretaire-de-mairie@saint-aybert' },
  { quote: " Un forfait de gestion de 3 % s'y ajoute.", replacement: '', byKey: 'responsable-des-ressources-humaines@marly' },
  {
    quote: "au moins quarante-huit heures à l'avance",
    replacement: "au moins quarante-huit heures à l'avance, sauf urgence à l'école",
    byKey: 'responsable-des-ressources-humaines@fresnes-sur-escaut',
  },
  {
    quote: 'organisée après deux mois, puis chaque année',
    replacement: 'organisée après un mois, après six mois, puis chaque année',
    byKey: 'directrice-generale-des-services@quarouble',
  },
];

/** What the human resources club says of its agreement. */
export const conventionComments: DemoComment[] = [
  {
    quote: 'Un forfait de gestion de 3 %',
    text: "Le remboursement porte sur la rémunération et les charges. Avec un forfait en plus, le conseil de la commune d'accueil nous demandera sur quel texte il repose.",
    byKey: 'responsable-des-ressources-humaines@marly',
    replies: [
      {
        text: 'La paie, le suivi médical et les entretiens restent chez nous : pour trois agents mis à disposition, cela représente une journée par mois.',
        byKey: 'responsable-des-ressources-humaines@vieux-conde',
      },
      {
        text: "Je pose la question au centre de gestion. En attendant, gardons la phrase en suggestion de suppression, sans l'accepter.",
        byKey: 'directrice-des-ressources-humaines@metropole',
      },
    ],
  },
  {
    quote: "Les conseils municipaux auxquels l'agent assiste ne sont pas réunis le même soir.",
    text: "C'est la phrase qui m'a sauvée. Merci de ne pas la perdre à la relecture.",
    byKey: 'secretaire-de-mairie@rombies-et-marchipont',
    replies: [
      {
        text: 'Elle reste, et elle est reprise dans la feuille de route en annexe.',
        byKey: 'directrice-des-ressources-humaines@valenciennes',
      },
    ],
  },
  {
    quote: 'Les trajets entre les deux lieux de travail effectués dans la même journée',
    text: "Faut-il préciser qui paie quand l'agent revient en commune d'origine le même jour ? Chez nous, chacun pensait que c'était l'autre.",
    byKey: 'secretaire-generale@crespin',
  },
  {
    quote: 'Elle ne convient pas à un agent en contrat à durée déterminée.',
    text: "Ajouté après l'échange sur les deux volantes de crèche partagées : titulaires ou CDI seulement.",
    byKey: 'directrice-des-ressources-humaines@metropole',
    resolved: true,
  },
];
