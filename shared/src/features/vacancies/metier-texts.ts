/** What an offer for a métier begins with; HR changes it as she likes. Bars part the lines of a list. */
interface StartingText {
  missions: string;
  profile: string;
  conditions?: string;
}

const text = (missions: string, profile: string, conditions?: string): StartingText => ({
  missions,
  profile,
  ...(conditions && { conditions }),
});

const TEXTS: Record<string, StartingText> = {
  atsem: text(
    'accueillir les enfants et leurs parents avec l’enseignant|préparer et animer les ateliers sous sa responsabilité|veiller à l’hygiène, au repos et à la sécurité des enfants|entretenir la classe et le matériel|accompagner le repas de midi',
    'sens de l’écoute et patience avec les jeunes enfants|discrétion professionnelle|goût du travail avec l’équipe enseignante',
    'Concours d’ATSEM ou CAP Accompagnant éducatif petite enfance.',
  ),
  'auxiliaire-puericulture': text(
    'accueillir l’enfant et sa famille, transmettre les observations du jour|assurer les soins, les repas et le sommeil selon le rythme de chacun|proposer des activités d’éveil|participer au projet de l’établissement',
    'connaissance du développement du jeune enfant|travail en équipe et transmissions précises|disponibilité sur les horaires d’ouverture',
    'Diplôme d’État d’auxiliaire de puériculture exigé.',
  ),
  'agent-creche': text(
    'accompagner les enfants dans les gestes de la journée|préparer et desservir les repas|entretenir les locaux, le linge et les jouets|seconder les auxiliaires dans les activités',
    'attention aux tout-petits|respect des protocoles d’hygiène|ponctualité',
    'CAP Accompagnant éducatif petite enfance ou équivalent.',
  ),
  'educateur-jeunes-enfants': text(
    'concevoir et animer le projet éducatif|accompagner les familles et prévenir les difficultés|animer l’équipe et encadrer les stagiaires|assurer la continuité de direction',
    'capacité d’observation et d’analyse|aisance à l’écrit|esprit d’équipe',
    'Diplôme d’État d’éducateur de jeunes enfants exigé.',
  ),
  'directeur-creche': text(
    'diriger l’établissement et son équipe|garantir la qualité de l’accueil et la sécurité|tenir le budget et le suivi de la prestation de service unique|travailler avec la CAF et la PMI',
    'expérience de l’encadrement|maîtrise de la réglementation de l’accueil du jeune enfant|qualités relationnelles',
    'Diplôme d’État de puéricultrice ou d’éducateur de jeunes enfants, trois ans d’expérience.',
  ),
  'responsable-rpe': text(
    'informer les familles et les assistants maternels|animer des temps d’éveil itinérants|observer les besoins d’accueil du territoire|rendre compte à la CAF',
    'connaissance du droit du travail des assistants maternels|autonomie|animation de groupe',
    'Diplôme d’État d’éducateur de jeunes enfants ou équivalent\u00a0; permis B.',
  ),
  'animateur-periscolaire': text(
    'encadrer les enfants avant et après la classe et à midi|proposer des jeux et des activités adaptés|veiller à la sécurité, tenir les présences|participer aux vacances et aux mercredis',
    'dynamisme et créativité|sens des responsabilités|ponctualité, horaires fractionnés',
    'BAFA ou équivalent.',
  ),
  'directeur-accueil-loisirs': text(
    'écrire et conduire le projet pédagogique|recruter, former et encadrer les animateurs|tenir le budget, les inscriptions et les déclarations|entretenir le lien avec les familles et les écoles',
    'expérience de direction|rigueur administrative|sens du dialogue',
    'BAFD ou BPJEPS avec l’unité de direction.',
  ),
  'agent-restauration': text(
    'dresser, réchauffer et servir les repas|accompagner les enfants à table|nettoyer la salle, l’office et le matériel|tenir les relevés de température',
    'respect des règles d’hygiène|bon contact avec les enfants|station debout et port de charges',
    'Aucun diplôme exigé\u00a0; formation à l’hygiène alimentaire appréciée.',
  ),
  cuisinier: text(
    'élaborer les menus avec la diététicienne|produire les repas en liaison froide ou chaude|passer les commandes et tenir les stocks|garantir le plan de maîtrise sanitaire',
    'goût des produits frais et locaux|organisation|encadrement d’aides de cuisine',
    'CAP cuisine\u00a0; formation à l’hygiène alimentaire.',
  ),
  'agent-entretien': text(
    'nettoyer et désinfecter les locaux|gérer les produits et le matériel|trier et sortir les déchets|signaler les anomalies',
    'autonomie et discrétion|connaissance des gestes et postures|horaires en dehors de l’ouverture au public',
    'Aucun diplôme exigé.',
  ),
  'gardien-equipement': text(
    'ouvrir, fermer et surveiller l’équipement|accueillir associations et scolaires|assurer les petites réparations et l’entretien|faire respecter le règlement',
    'sens du service public|calme et fermeté|travail certains soirs et week-ends',
    'Habilitation électrique appréciée\u00a0; logement de fonction possible.',
  ),
  'agent-technique-polyvalent': text(
    'entretenir les bâtiments et la voirie|installer le matériel des fêtes et cérémonies|entretenir les espaces verts|participer au déneigement et aux astreintes',
    'polyvalence et débrouillardise|respect des consignes de sécurité|esprit d’équipe',
    'Permis B exigé, CACES apprécié.',
  ),
  'agent-espaces-verts': text(
    'tondre, tailler, planter et désherber sans pesticide|arroser et fleurir|entretenir le matériel|aménager les massifs et les aires de jeux',
    'connaissance des végétaux|goût du travail dehors|créativité',
    'CAP ou BEP travaux paysagers\u00a0; permis B.',
  ),
  'agent-voirie': text(
    'nettoyer les rues et vider les corbeilles|poser et entretenir la signalisation|reboucher, curer, réparer|participer à la viabilité hivernale',
    'bonne condition physique|respect des règles de chantier|courtoisie avec les riverains',
    'Permis B exigé, permis C apprécié.',
  ),
  electricien: text(
    'entretenir et mettre aux normes les installations|suivre l’éclairage public et les alarmes|dépanner les écoles et les équipements|préparer les manifestations',
    'lecture de plans|rigueur et sécurité|autonomie',
    'CAP électricien\u00a0; habilitation électrique à jour\u00a0; permis B.',
  ),
  'plombier-chauffagiste': text(
    'entretenir les réseaux sanitaires et de chauffage|prévenir la légionelle|dépanner les bâtiments|suivre les consommations d’eau et d’énergie',
    'sens du diagnostic|autonomie|souci des économies d’énergie',
    'CAP plombier ou chauffagiste\u00a0; permis B.',
  ),
  mecanicien: text(
    'entretenir véhicules, tondeuses et engins|diagnostiquer et réparer les pannes|suivre les contrôles techniques|gérer les pièces et les fournisseurs',
    'mécanique essence, diesel et électrique|organisation d’atelier|esprit de service',
    'CAP ou bac professionnel mécanique\u00a0; permis B, C apprécié.',
  ),
  'responsable-services-techniques': text(
    'organiser et encadrer les équipes|programmer l’entretien des bâtiments, de la voirie et des espaces verts|suivre les travaux et les marchés|veiller à la prévention des risques',
    'encadrement de proximité|notions de marchés publics|disponibilité, astreintes',
    'Formation technique de niveau bac + 2\u00a0; permis B.',
  ),
  'directeur-services-techniques': text(
    'piloter la stratégie patrimoniale et les investissements|diriger les services bâtiment, voirie, espaces verts et régie|conduire les opérations et leurs financements|conseiller les élus',
    'management de cadres|maîtrise d’ouvrage publique|vision des transitions énergétiques',
    'Diplôme d’ingénieur ou équivalent\u00a0; permis B.',
  ),
  'charge-operations-batiment': text(
    'monter et suivre les opérations de construction et de rénovation|écrire les programmes et les pièces techniques|contrôler les chantiers et la réception|suivre les subventions',
    'connaissance de la loi MOP et de la commande publique|rigueur financière|coordination d’acteurs',
    'Bac + 2 à bac + 5 bâtiment\u00a0; permis B.',
  ),
  'technicien-informatique': text(
    'assister les agents et les écoles|installer et maintenir postes, réseau et téléphonie|gérer comptes et sauvegardes|sensibiliser à la sécurité numérique',
    'pédagogie|méthode et réactivité|veille technique',
    'Bac + 2 informatique\u00a0; permis B.',
  ),
  geomaticien: text(
    'administrer les données géographiques|produire cartes et applications|accompagner les communes dans leurs usages|garantir la qualité et la mise à jour',
    'maîtrise de QGIS et de PostGIS|sens de la donnée ouverte|accompagnement des utilisateurs',
    'Formation supérieure en géomatique.',
  ),
  'secretaire-mairie': text(
    'préparer les conseils, les délibérations et les arrêtés|élaborer et suivre le budget|gérer l’état civil, les élections, l’urbanisme et les ressources humaines|accueillir les habitants et conseiller le maire',
    'polyvalence et autonomie|connaissance du fonctionnement d’une petite commune|discrétion',
    'Formation administrative ou juridique.',
  ),
  'agent-accueil': text(
    'accueillir et orienter le public, au guichet et au téléphone|renseigner sur les démarches|tenir l’agenda et le courrier|instruire les demandes simples',
    'amabilité et calme|aisance avec les outils numériques|discrétion',
    'Aucun diplôme exigé\u00a0; expérience de l’accueil appréciée.',
  ),
  'officier-etat-civil': text(
    'établir les actes et délivrer les copies|recevoir les déclarations et préparer les mariages|instruire titres d’identité et recensement|tenir les listes électorales',
    'rigueur juridique|sens de l’accueil et du tact|discrétion professionnelle',
    'Connaissance de l’instruction générale relative à l’état civil appréciée.',
  ),
  'assistant-administratif': text(
    'préparer réunions, courriers et comptes rendus|suivre les dossiers et les échéances|classer et archiver|tenir des tableaux de bord',
    'aisance à l’écrit|organisation|maîtrise de la bureautique',
    'Aucun diplôme exigé.',
  ),
  'instructeur-urbanisme': text(
    'instruire permis, déclarations et certificats|conseiller pétitionnaires et communes en amont|rédiger les arrêtés et suivre la fiscalité|contrôler la conformité',
    'maîtrise du code de l’urbanisme et des PLU|lecture de plans|pédagogie',
    'Bac + 2 droit ou urbanisme\u00a0; permis B.',
  ),
  'gestionnaire-rh': text(
    'suivre les carrières du recrutement à la retraite|préparer et contrôler la paie|renseigner les agents|tenir les dossiers et les tableaux de bord',
    'connaissance du statut|rigueur et confidentialité|maîtrise d’un logiciel de paie',
    'Bac + 2 ressources humaines ou comptabilité.',
  ),
  'responsable-rh': text(
    'conduire la politique de ressources humaines|piloter masse salariale, recrutements et formation|animer le dialogue social et la prévention|encadrer l’équipe',
    'maîtrise du statut|négociation et écoute|expérience de l’encadrement',
    'Formation supérieure en ressources humaines ou droit public.',
  ),
  'gestionnaire-finances': text(
    'engager, liquider et mandater les dépenses|émettre les titres de recettes|suivre marchés, subventions et inventaire|dialoguer avec les services et le comptable public',
    'connaissance de la M57|rigueur|sens du service',
    'Bac + 2 comptabilité ou finances publiques.',
  ),
  'responsable-finances': text(
    'préparer et exécuter le budget|conduire la prospective et la dette|piloter la chaîne comptable|conseiller élus et services',
    'maîtrise des finances locales|analyse et pédagogie|management',
    'Formation supérieure en finances publiques.',
  ),
  'gestionnaire-marches-publics': text(
    'rédiger les pièces administratives|conduire les procédures sur le profil d’acheteur|préparer les commissions|suivre l’exécution, avenants et reconductions',
    'maîtrise du code de la commande publique|rigueur de rédaction|respect des délais',
    'Bac + 2 droit public.',
  ),
  acheteur: text(
    'recenser les besoins et bâtir la stratégie d’achat|conduire consultations et négociations|intégrer clauses sociales et environnementales|mesurer les gains et animer les groupements',
    'connaissance des marchés fournisseurs|négociation|méthode',
    'Bac + 3 à bac + 5 achats ou droit public.',
  ),
  juriste: text(
    'conseiller services et élus|sécuriser actes, contrats et délibérations|suivre les contentieux et les assurances|assurer la veille',
    'droit public solide|clarté de rédaction|capacité à proposer des solutions',
    'Master de droit public.',
  ),
  'charge-communication': text(
    'rédiger le magazine, le site et les réseaux|concevoir les campagnes et les supports|couvrir les événements|travailler avec la presse et les imprimeurs',
    'plume et sens de l’image|outils de publication|disponibilité certains soirs',
    'Bac + 3 communication.',
  ),
  'charge-mission-mutualisation': text(
    'animer le réseau des communes|conduire les projets communs, de l’étude au bilan|bâtir conventions et clés de répartition|préparer le rapport annuel',
    'gestion de projet|diplomatie|connaissance de l’intercommunalité',
    'Bac + 5.',
  ),
  dgs: text(
    'diriger et coordonner l’ensemble des services|traduire le projet des élus en actions|piloter budget, ressources et grands projets|garantir la sécurité juridique des actes',
    'management stratégique|loyauté et sens de l’intérêt général|large culture territoriale',
    'Expérience confirmée de direction.',
  ),
  bibliothecaire: text(
    'constituer et mettre en valeur les collections|concevoir l’action culturelle|animer le réseau et les partenariats|encadrer l’équipe et les bénévoles',
    'culture générale|médiation et numérique|animation d’équipe',
    'Formation aux métiers du livre.',
  ),
  'agent-bibliotheque': text(
    'accueillir, inscrire et conseiller le public|prêter, ranger et équiper les documents|participer aux animations et aux accueils de classes|accompagner aux usages numériques',
    'curiosité et sens de l’accueil|travail le samedi|esprit d’équipe',
    'Aucun diplôme exigé\u00a0; formation aux métiers du livre appréciée.',
  ),
  'enseignant-artistique': text(
    'enseigner en cours individuels et collectifs|participer aux projets de l’école et aux auditions|intervenir auprès des scolaires|suivre et évaluer les élèves',
    'pédagogie adaptée à tous les âges|pratique artistique vivante|travail en équipe',
    'Diplôme d’État de la spécialité.',
  ),
  'maitre-nageur': text(
    'surveiller les bassins et porter secours|enseigner la natation aux scolaires et au public|animer les activités aquatiques|contrôler l’hygiène et le plan de secours',
    'vigilance et pédagogie|travail certains soirs et week-ends|esprit d’équipe',
    'BPJEPS AAN, BEESAN ou titre de maître-nageur sauveteur\u00a0; révision annuelle à jour.',
  ),
  'educateur-sportif': text(
    'encadrer les séances scolaires et l’école municipale des sports|organiser stages et manifestations|travailler avec les clubs|veiller au matériel et à la sécurité',
    'pédagogie et énergie|polyvalence sportive|sens de l’organisation',
    'BPJEPS ou licence STAPS\u00a0; permis B.',
  ),
  'aide-domicile': text(
    'aider aux gestes du quotidien|entretenir le logement et le linge|accompagner courses et sorties|signaler les situations fragiles',
    'bienveillance et discrétion|autonomie|déplacements sur la commune',
    'DEAES ou titre d’assistant de vie apprécié\u00a0; permis B.',
  ),
  'travailleur-social': text(
    'accueillir et évaluer les situations|ouvrir les droits et instruire les aides|accompagner budget, logement et insertion|animer des actions collectives',
    'écoute et distance professionnelle|connaissance des dispositifs|travail en réseau',
    'Diplôme d’État d’assistant de service social ou de conseiller en économie sociale familiale.',
  ),
  'directeur-ccas': text(
    'mettre en œuvre la politique sociale|préparer le conseil d’administration et le budget|encadrer les services d’aide et d’accompagnement|conduire l’analyse des besoins sociaux',
    'management|connaissance des politiques sociales|sens du partenariat',
    'Bac + 3 à bac + 5.',
  ),
  'policier-municipal': text(
    'assurer la surveillance et la tranquillité publiques|faire respecter les arrêtés du maire|régler circulation et stationnement|rédiger rapports et procès-verbaux',
    'maîtrise de soi|sens du dialogue|disponibilité, horaires décalés',
    'Concours, agrément et formation initiale\u00a0; permis B.',
  ),
  'chef-police-municipale': text(
    'diriger et organiser le service|proposer la stratégie de tranquillité au maire|coordonner avec la police nationale|suivre vidéoprotection et armement',
    'commandement|connaissance des pouvoirs de police|rigueur rédactionnelle',
    'Agréments à jour\u00a0; permis B.',
  ),
  asvp: text(
    'constater les infractions au stationnement|sécuriser les sorties d’école|surveiller les manifestations|renseigner les habitants',
    'calme et courtoisie|travail en extérieur|ponctualité',
    'Agrément et assermentation\u00a0; permis B.',
  ),
};

const listed = (lines: string): string =>
  lines
    .split('|')
    .map((line) => `- ${line}`)
    .join('\n');

/** Missions, profile and conditions an offer for this métier begins with; empty where nothing is known of it. */
export const startingText = (metier: string): { missions: string; profile: string; conditions: string } => {
  const found = TEXTS[metier];
  return {
    missions: found ? listed(found.missions) : '',
    profile: found ? listed(found.profile) : '',
    conditions: found?.conditions ?? (found ? 'Aucun diplôme exigé.' : ''),
  };
};
