import type { DemoComment, DemoSuggestion } from '../../demo-model.ts';

/** What the procurement club proposes to change in its CCAP. */
export const ccapSuggestions: DemoSuggestion[] = [
  {
    quote: 'chaque trimestre, par application',
    replacement: 'une fois par an, à la date anniversaire du marché, par application',
    byKey: 'juriste@bruay-sur-l-escaut',
  },
  {
    quote: "s'applique de plein droit. À défaut de série désignée",
    replacement: "s'applique de plein droit, avec son coefficient de raccordement. À défaut de série désignée",
    byKey: 'responsable-des-finances@saint-saulve',
  },
  {
    quote: 'Les parties se rencontrent auparavant au moins une fois pour rechercher une solution.',
    replacement:
      "Les parties se rencontrent auparavant au moins une fois pour rechercher une solution. Pour les denrées, le titulaire continue de livrer jusqu'à la notification du nouveau marché, dans la limite de quatre mois.",
    byKey: 'acheteuse@onnaing',
  },
  {
    quote: 'sans mise en demeure préalable',
    replacement: 'après que le titulaire a été invité à présenter ses observations dans un délai de quinze jours',
    byKey: 'juriste@saint-saulve',
  },
  { quote: '50 € par jour ouvré de retard', replacement: '80 € par jour ouvré de retard', byKey: 'acheteuse@vieux-conde' },
  { quote: ", ou de la période d'exécution pour les pénalités de suivi", replacement: '', byKey: 'responsable-des-marches-publics@anzin' },
];

/** What the procurement club says of its CCAP. */
export const ccapComments: DemoComment[] = [
  {
    quote: '15 %',
    text: 'Onnaing demande 10 %. La question est ouverte dans le club, quatre communes attendent la réponse.',
    byKey: 'responsable-de-la-commande-publique@valenciennes',
    replies: [
      {
        text: "Oui : notre titulaire actuel ne répondra pas à 15 %, et la main-d'œuvre pèse plus qu'avant dans le prix du repas. À 10 %, la formule suit mieux la structure de coût.",
        byKey: 'acheteuse@onnaing',
      },
      {
        text: "Nous sommes à 10 % depuis deux ans : l'écart annuel est de quelques centaines d'euros sur 22 000 repas. Les deux se défendent, à condition que la somme des poids fasse 1.",
        byKey: 'responsable-des-marches-publics@petite-foret',
      },
      {
        text: "Proposition : 15 % par défaut, et une clause au choix à 10 % avec 0,35 sur la main-d'œuvre. Je rédige l'encadré si personne ne s'y oppose d'ici vendredi.",
        byKey: 'responsable-de-la-commande-publique@metropole',
      },
    ],
  },
  {
    quote: "Indice INSEE des prix de production de l'industrie, produits alimentaires",
    text: "Faut-il donner l'identifiant de la série dans le modèle ? Il a changé au dernier changement de base, et un identifiant périmé fait rejeter le mandat.",
    byKey: 'comptable@maing',
    replies: [
      {
        text: "L'identifiant se met au moment de publier, et une série de coût plutôt que le prix payé par les familles. Je garde l'intitulé ici.",
        byKey: 'directeur-des-finances@metropole',
      },
    ],
  },
  {
    quote: 'trente jours à compter de la réception de la demande de paiement',
    text: 'Pour mémoire, vingt jours pour nous et dix pour le comptable. Je propose de ne pas le répéter : cela ne regarde pas le titulaire.',
    byKey: 'responsable-des-finances@marly',
    resolved: true,
    replies: [{ text: "D'accord, je retire la phrase.", byKey: 'responsable-de-la-commande-publique@metropole' }],
  },
  {
    quote: 'au moins [nombre] heures de travail par période',
    text: "À 658 habitants, nous n'avons jamais de marché assez gros pour des heures. Que met-on pour une commande de 12 000 € ?",
    byKey: 'secretaire-de-mairie@rouvignies',
    resolved: true,
    replies: [
      {
        text: "J'ai ajouté l'encadré « petits marchés » : l'accueil d'un stagiaire ou d'un apprenti suffit. Le facilitateur peut aussi vous dire si quelques heures sont réalistes.",
        byKey: 'acheteuse@metropole',
      },
    ],
  },
  {
    quote: 'une tournée hebdomadaire au plus par lieu',
    text: "Pour les produits frais de la cuisine centrale, une seule tournée par semaine n'est pas tenable. Peut-on écrire « hors denrées périssables » ?",
    byKey: 'acheteuse@vieux-conde',
  },
];
