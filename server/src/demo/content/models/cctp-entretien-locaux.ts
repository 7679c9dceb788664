/** The text of the technical specifications for cleaning town and school premises. */
export const cctpText = `
#! -> Cahier des clauses techniques particulières <- {#titre}
-> **Entretien des locaux municipaux et scolaires** <-

|= Acheteur | [nom de la commune] |
|= Lots | Lot 1 : écoles et accueils périscolaires – Lot 2 : mairie et services – Lot 3 : salles et équipements sportifs – Lot 4 : vitrerie |
|= Suivi du marché | [service chargé du suivi], [téléphone], [courriel] |

> **Mode d'emploi.** Remplissez l'annexe des surfaces avant de publier : c'est elle qui permet aux candidats de chiffrer juste. Les fréquences proposées conviennent à une commune de 3 000 à 15 000 habitants ; adaptez-les à l'usage réel de chaque local.

# Objet et étendue des prestations
## Objet
Le présent cahier décrit les prestations de nettoyage et d'entretien courant des locaux énumérés en annexe : sols, mobilier, sanitaires, vitrerie intérieure, gestion des consommables et évacuation des déchets jusqu'aux points de collecte.

## Ce qui est compris
- la main-d'œuvre, son encadrement et son remplacement ;
- les produits, le matériel et les vêtements de travail ;
- les sacs, le savon, le papier hygiénique et les essuie-mains ;
- le tri des déchets et la sortie des bacs aux jours de collecte ;
- la traçabilité des passages et des contrôles.

## Ce qui n'est pas compris
L'eau et l'électricité sont fournies par la commune. Ne sont pas compris le nettoyage des cuisines de production, la désinsectisation, la dératisation, l'entretien des façades et l'enlèvement des encombrants. Le ménage assuré par les agents communaux, notamment celui des ATSEM pendant le temps scolaire, est décrit en annexe pour éviter les doublons.

## Visite préalable
Le titulaire est réputé connaître les lieux, leurs accès, leurs revêtements et leurs contraintes d'occupation. Un état des lieux contradictoire est dressé dans les quinze jours qui suivent la notification ; il sert de référence aux contrôles.

# Locaux, horaires et accès
## Classement des zones
|= Zone |= Locaux |= Exigence |
| A – Sensible | Sanitaires, dortoirs, espaces de change, infirmerie, offices de restauration | Propreté et hygiène, désinfection ciblée |
| B – Accueil | Classes, salles d'activités, halls, bureaux d'accueil, salle du conseil, vestiaires | Propreté visible à chaque ouverture |
| C – Courante | Bureaux, salles de réunion, circulations, bibliothèque | Propreté régulière |
| D – Secondaire | Réserves, archives, locaux techniques, escaliers de service | Absence de poussière et d'encombrement |

## Horaires
Les prestations sont exécutées de préférence en journée, en continu, pour améliorer les conditions de travail et réduire les consommations. Les horaires d'intervention sont les suivants.

|= Lieux |= Jours |= Plage autorisée |= Interdit |
| Écoles et périscolaire | Lundi, mardi, jeudi, vendredi | 16 h 45 à 20 h 00, et 6 h 30 à 7 h 15 pour les sanitaires | Pendant la classe, sauf demande de la direction |
| Centre de loisirs | Mercredi et vacances ouvertes | 18 h 30 à 20 h 30 | Pendant l'accueil des enfants |
| Mairie et services | Du lundi au vendredi | 7 h 00 à 9 h 00 ou 16 h 00 à 18 h 30 | Salle des mariages le samedi |
| Salles et sports | Selon le planning des réservations, transmis chaque jeudi |>2 Au plus tard une heure avant la première réservation |

## Accès et sécurité
Les clés, badges et codes sont remis contre signature au responsable désigné par le titulaire. Toute perte est signalée dans l'heure ; le remplacement des serrures est à sa charge. Les agents vérifient la fermeture des fenêtres, éteignent les lumières et remettent l'alarme en service en partant.

Dans les écoles, aucun produit ni matériel ne reste à la portée des enfants. Le titulaire respecte le plan de prévention établi avant le début des prestations et les consignes de mise en sûreté de chaque établissement.

# Description des prestations
## Entretien courant
### Sols
Dépoussiérage par balayage humide ou aspiration, puis lavage à plat au microfibre. Le balai à sec et la serpillière avec seau unique sont exclus. Les tapis d'entrée sont aspirés à chaque passage.

### Mobilier et points de contact
Essuyage humide des plans dégagés. Les points de contact (poignées, interrupteurs, rampes, robinets, boutons d'ascenseur) sont nettoyés à chaque passage en zones A et B. Les papiers et objets posés sur les bureaux ne sont pas déplacés.

### Sanitaires
Nettoyage, détartrage et désinfection des cuvettes, urinoirs, lavabos et robinetteries ; essuyage des miroirs ; lavage des parois jusqu'à deux mètres ; réassort complet des consommables. Le matériel des sanitaires est repéré par une couleur et n'est employé nulle part ailleurs.

### Déchets
Vidage des corbeilles, tri conforme aux consignes locales, lavage des supports une fois par mois. Les biodéchets des offices sont déposés dans les contenants dédiés.

## Entretien périodique
Le titulaire remet au 1er septembre un calendrier annuel des prestations périodiques. Elles sont exécutées de préférence pendant les vacances scolaires : décapage et protection des sols souples, lavage des murs lessivables, dépoussiérage en hauteur, nettoyage des luminaires accessibles et des radiateurs.

## Remise en état après événement
Sur bon de commande, le titulaire intervient après une manifestation, un sinistre ou des travaux. Le délai d'intervention est de quatre heures en semaine, de huit heures le samedi, le dimanche et les jours fériés.

# Fréquences {#frequences}
Les fréquences ci-dessous sont minimales : le résultat attendu prévaut. « J » signifie chaque jour d'ouverture, « 2 S » deux fois par semaine, « S » chaque semaine, « M » chaque mois, « T » chaque trimestre, « An » chaque année.

|=^2 Local |=^2 Prestation |=>2 Période scolaire |=>2 Vacances scolaires |
|= Fréquence |= Zone |= Fréquence |= Condition |
|=>6 Écoles et accueils périscolaires |
|^3 Classes et salles d'activités | Corbeilles, points de contact, sols | J | B | S |^3 Seulement si le local est occupé |
| Tables et chaises | J | B | S |
| Mobilier haut, plinthes, radiateurs | M | B | – |
|^2 Sanitaires | Nettoyage et désinfection complets | J, deux passages | A | J |^2 Centre de loisirs ouvert |
| Détartrage approfondi, grilles et siphons | S | A | S |
|^2 Dortoirs | Sols et structures des couchettes | J | A | – | – |
| Dessus de meubles, rideaux, aération | M | A | An | Avant la rentrée |
| Office de restauration | Sols, plans, chariots, poubelles | J | A | J | Centre de loisirs ouvert |
|=>6 Mairie et services |
|^2 Accueil et salle du conseil | Sols, comptoir, points de contact |>2 J – zone B |>2 J |
| Vitres intérieures à hauteur d'homme |>2 S – zone B |>2 S |
|^2 Bureaux | Corbeilles et sols |>2 2 S – zone C |>2 S |
| Mobilier dégagé |>2 S – zone C |>2 S |
| Archives et locaux techniques | Sols |>2 T – zone D |>2 – |
|=>6 Salles et équipements sportifs |
|^2 Vestiaires et douches | Nettoyage et désinfection |>2 J – zone A |>2 Selon réservations |
| Prévention des dépôts de calcaire |>2 M – zone A |>2 M |
| Aire de jeu | Balayage humide, autolaveuse |>2 J – zone B |>2 Selon réservations |
|=>6 Tous les lieux |
| Vitrerie | Deux faces, encadrements compris | T | – |>2 Pendant les petites vacances |
| Sols souples | Décapage et protection | – | – | An | Été |

# Moyens
## Personnel
Le titulaire affecte une équipe stable, formée aux techniques et à la lecture des fiches de données de sécurité. La liste nominative des agents est remise au responsable du suivi et tenue à jour. Les agents portent une tenue et un badge.

Lorsque la convention collective applicable prévoit la reprise du personnel en place, les informations utiles sont jointes au dossier de consultation. Le titulaire s'y conforme et en rend compte à la commune avant le premier jour d'exécution.

Une absence est remplacée le jour même en zone A, le lendemain au plus tard ailleurs. Pour toute intervention au contact d'enfants, le titulaire s'assure que rien ne s'oppose à l'emploi des personnes qu'il affecte.

## Produits
|= Usage |= Exigence |= Preuve demandée |
| Nettoyant multi-usage, sols, vitres | Écolabel européen ou équivalent ; sans parfum dans les écoles maternelles | Certificat et fiche technique |
| Désinfectant | Réservé à la zone A ; norme adaptée à l'usage ; temps de contact affiché | Fiche de données de sécurité |
| Détartrant | À base d'acide faible de préférence ; jamais mélangé à un produit chloré | Fiche de données de sécurité |
| Savon, papier, essuie-mains | Écolabel européen ou équivalent ; papier recyclé | Certificat |
| Sacs | Matière recyclée, contenance adaptée | Fiche technique |

Les produits concentrés sont dilués avec un doseur. L'eau de Javel n'est pas employée en entretien courant. Les pulvérisations en présence du public sont interdites.

## Matériel
Le titulaire fournit un matériel en bon état, peu bruyant (70 décibels au plus pour les aspirateurs) et conforme aux règles de sécurité. Il dispose d'au moins une autolaveuse pour les sols de plus de 300 m². Le lavage des bandeaux et microfibres est assuré hors des lieux, sauf accord.

# Contrôle de la qualité
## Autocontrôle
Une feuille de passage, papier ou numérique, est tenue dans chaque lieu : date, heure, agent, prestation faite, anomalie signalée. Le responsable de secteur du titulaire contrôle chaque lieu au moins une fois par mois et transmet sa grille.

## Contrôle contradictoire
Un contrôle commun porte chaque trimestre sur un échantillon d'au moins 15 % des locaux, tirés au sort le jour même. Chaque local est noté selon la grille suivante.

|= Élément |= Conforme |= À reprendre |= Non conforme |
| Sols | 2 | 1 | 0 |
| Sanitaires | 3 | 1 | 0 |
| Mobilier et points de contact | 2 | 1 | 0 |
| Corbeilles et tri | 1 | 0,5 | 0 |
| Vitres intérieures et miroirs | 1 | 0,5 | 0 |
| Consommables | 1 | – | 0 |
| **Total** |>3 **Sur 10 points** |

Une moyenne inférieure à 8 sur 10 entraîne un plan d'action remis sous huit jours, et un nouveau contrôle le mois suivant. Une moyenne inférieure à 6 sur 10 donne lieu à la pénalité prévue au CCAP. Un local non conforme est repris dans les deux heures en zone A, le jour même ailleurs.

## Réclamations
Les réclamations sont transmises par courriel ou par l'outil proposé par le titulaire. Il en accuse réception dans l'heure ouvrée, y répond le jour même et tient un registre partagé. Le bilan est présenté à la réunion de suivi.

# Environnement et conditions de travail
- consommation d'eau, d'énergie et de produits suivie par lieu et présentée chaque année ;
- emballages de produits repris, recharges privilégiées ;
- horaires en journée proposés dès que l'usage du lieu le permet, pour limiter les temps de travail morcelés ;
- formation aux gestes qui évitent les troubles musculo-squelettiques, au moins une fois par agent pendant le marché ;
- matériel réglable et chariots adaptés aux escaliers.

# Continuité et situations particulières
## Fermeture d'un lieu
La commune prévient le titulaire au moins cinq jours ouvrés à l'avance de la fermeture d'un lieu. Les prestations non exécutées ne sont pas facturées ou sont reportées d'un commun accord. Pour une fermeture imprévue, les prestations du jour restent dues si l'équipe est déjà sur place.

## Épisode sanitaire
Sur demande écrite, les fréquences de nettoyage des points de contact et des sanitaires sont doublées sous vingt-quatre heures, au prix prévu au bordereau.

## Grève et intempéries
Le titulaire informe la commune dès qu'il en a connaissance et propose un service minimum : sanitaires des écoles, offices de restauration, accueil de la mairie.

===

#! Annexe 1 – Surfaces et lieux {#annexe-surfaces}
|=^2 Lieu |=^2 Adresse |=>4 Surface par zone (m²) |=^2 Revêtement dominant |
|= A |= B |= C |= D |
| [école maternelle] | [adresse] | [m²] | [m²] | [m²] | [m²] | [revêtement] |
| [école élémentaire] | [adresse] | [m²] | [m²] | [m²] | [m²] | [revêtement] |
| [mairie] | [adresse] | [m²] | [m²] | [m²] | [m²] | [revêtement] |
| [salle de sports] | [adresse] | [m²] | [m²] | [m²] | [m²] | [revêtement] |
|>2 **Total** | [m²] | [m²] | [m²] | [m²] | |

#! Annexe 2 – Répartition avec les agents communaux {#annexe-repartition}
|= Moment |= Agents communaux |= Titulaire |
| Temps scolaire | Rangement du matériel pédagogique, change, nettoyage des tables après activité | – |
| Pause du midi | Tables de restauration, balayage après le service | Sanitaires, si un second passage est prévu |
| Après l'accueil du soir | Rangement des jeux, chaises sur les tables | Ensemble des prestations de l'article « Fréquences » |
| Petites vacances | Lavage des jouets et du linge | Prestations périodiques et vitrerie |
`;
