/** The text of the deed of undertaking. */
export const acteEngagementText = `
#! -> Acte d'engagement <- {#titre}
-> **Marché public de fournitures courantes et de services** <-

|= Acheteur | [nom de la commune], [adresse], SIRET [numéro] |
|= Représentant | Le maire, habilité par [délibération ou décision du …] |
|= Objet du marché | [objet du marché] |
|= Lot concerné | [numéro et intitulé du lot, ou « marché non alloti »] |
|= Procédure | Procédure adaptée – articles L. 2123-1 et R. 2123-1, 1° du code de la commande publique |
|= Comptable assignataire | [service de gestion comptable compétent] |
|= Imputation budgétaire | [exercice, chapitre, article] |

> **Mode d'emploi.** L'acheteur remplit les mentions entre crochets avant la consultation. Le candidat remplit les tableaux et coche les cases ; il ne modifie aucun autre texte. Une case se coche en remplaçant ☐ par ☒.

# Identification du candidat
## Candidat unique
|= Nom commercial et dénomination sociale | |
|= Adresse de l'établissement | |
|= Adresse du siège, si elle est différente | |
|= Courriel et téléphone | |
|= Numéro SIRET | |
|= Code APE et forme juridique | |
|= Taille de l'entreprise | ☐ micro, petite ou moyenne entreprise ☐ autre |
|= Signataire et qualité | |

## Groupement
☐ Le candidat est un groupement ☐ solidaire ☐ conjoint. Dans un groupement conjoint, le mandataire est solidaire de chacun des membres pour ses obligations contractuelles.

|= Membre |= Dénomination et adresse |= SIRET |= Prestations exécutées |= Part (% ou € HT) |
| Mandataire | | | | |
| Membre 2 | | | | |
| Membre 3 | | | | |
|>4 **Total** | |

Le mandataire est habilité par tous les membres à signer l'offre et les modifications du marché : ☐ oui, pouvoirs joints ☐ non, chaque membre signe.

# Engagement
Après avoir pris connaissance des pièces du marché énumérées au CCAP, le signataire :

1. s'engage, pour le compte de la société ou du groupement désigné ci-dessus, à exécuter les prestations aux conditions de ces pièces et de son offre ;
2. affirme, sous peine de résiliation du marché à ses torts, qu'il n'entre dans aucun des cas d'interdiction de soumissionner ;
3. déclare avoir vérifié les quantités, les lieux et les contraintes d'exécution ;
4. maintient son offre pendant cent vingt jours à compter de la date limite de remise des plis.

# Prix
## Forme des prix
Les prestations sont rémunérées par application des prix unitaires du bordereau joint aux quantités réellement commandées et admises. Les prix sont révisables dans les conditions du CCAP ; ils sont établis aux conditions économiques de [mois zéro].

## Montants de l'accord-cadre
|= Période |= Minimum (€ HT) |= Maximum (€ HT) |
| Première période | [montant ou « sans minimum »] | [montant] |
| Première reconduction | [montant ou « sans minimum »] | [montant] |
| Deuxième reconduction | [montant ou « sans minimum »] | [montant] |
| Troisième reconduction | [montant ou « sans minimum »] | [montant] |
| **Durée totale** | [total] | [total] |

## Offre de prix
Le total du détail quantitatif estimatif, non contractuel, qui sert à comparer les offres est de :

|= Élément |= Montant en chiffres |= Montant en lettres |
| Total hors taxes | | |
|^2 TVA au taux de … % | | |
| | |
| Total toutes taxes comprises | | |

Le rabais consenti sur le catalogue du titulaire, pour les articles absents du bordereau, est de : ........ %.

## Prestations supplémentaires
☐ Sans objet. ☐ Le candidat chiffre les prestations supplémentaires éventuelles décrites au CCTP.

|= N° |= Désignation |= Prix (€ HT) |= Retenue par l'acheteur |
| 1 | [désignation] | | ☐ oui ☐ non |
| 2 | [désignation] | | ☐ oui ☐ non |

# Durée et délais
## Durée
Le marché prend effet le [date de début], ou à sa notification si elle est postérieure, pour douze mois. Il est reconductible [nombre] fois, par périodes de douze mois.

## Délais d'exécution
Le candidat peut proposer des délais plus courts que ceux du CCAP. À défaut de réponse, ceux-ci s'appliquent.

|= Commande |= Délai du CCAP |= Délai proposé |
| Courante | cinq jours ouvrés | |
| Urgente | vingt-quatre heures | |
| Remplacement d'une livraison rejetée | [délai] | |

# Paiement
## Compte à créditer
L'acheteur règle les sommes dues sur le compte suivant. Un relevé d'identité bancaire est joint.

|= Titulaire du compte |= Établissement |= IBAN |= BIC |
| | | | |
| | | | |

Dans un groupement, le paiement est fait ☐ sur un compte unique ouvert au nom [des membres ou du mandataire] ☐ sur le compte de chaque membre, pour les prestations qu'il exécute.

## Délai
Le délai global de paiement est de trente jours. Les demandes de paiement sont déposées sur Chorus Pro avec le numéro SIRET [numéro], le code du service [code] et le numéro d'engagement porté sur chaque commande.

## Avance
Lorsque les conditions des articles L. 2191-2 et R. 2191-3 du code de la commande publique sont réunies, une avance de [taux] % est due, sauf renoncement.

☐ Le candidat demande l'avance. ☐ Le candidat renonce à l'avance.

> **À retenir.** Sans case cochée, l'avance est réputée demandée. Le renoncement n'est jamais présumé.

# Sous-traitance
☐ Le candidat n'envisage pas de sous-traiter. ☐ Le candidat envisage de sous-traiter les prestations suivantes ; un formulaire DC4 est joint pour chaque sous-traitant.

|= Sous-traitant |= Prestations |= Montant maximal (€ HT) |= Paiement direct |
| | | | ☐ oui ☐ non |
| | | | ☐ oui ☐ non |
|>2 **Total sous-traité** | | |

Le montant maximal de la créance que le candidat pourra céder ou nantir est celui du marché, diminué du montant des prestations sous-traitées payées directement.

# Clauses sociales et environnementales
Le candidat confirme son engagement sur les conditions d'exécution fixées au CCAP.

|= Condition d'exécution |= Exigence du CCAP |= Engagement du candidat |
| Heures d'insertion par période | [nombre] heures | ........ heures |
| Voie choisie pour l'insertion | Au choix | ☐ embauche ☐ mise à disposition ☐ sous-traitance ou cotraitance |
| Tournées de livraison | Une par semaine et par lieu au plus | |
| Reprise des emballages | Gratuite | ☐ oui |

# Signature du candidat
L'acte d'engagement est signé par voie électronique, ou par un autre moyen que l'acheteur accepte, par une personne habilitée. La signature n'est demandée qu'à l'attributaire.

|= Membre |= Nom et qualité du signataire |= Lieu et date |= Signature |
| Candidat ou mandataire | | | |
| Membre 2 | | | |
| Membre 3 | | | |

===

#! Acceptation de l'offre par l'acheteur {#acceptation}
La présente offre est acceptée ☐ en totalité ☐ pour les éléments suivants : [lots, prestations supplémentaires].

|= Élément retenu |= Oui |= Non |
| Offre de base | ☐ | ☐ |
| Prestation supplémentaire 1 | ☐ | ☐ |
| Prestation supplémentaire 2 | ☐ | ☐ |

Le montant maximal du marché, toutes périodes comprises, est de [montant] € HT.

-> À [nom de la commune], le [date]

-> Le maire, représentant de l'acheteur

#! Notification du marché {#notification}
La notification consiste à envoyer au titulaire une copie du marché signé. Elle est faite par le profil d'acheteur ; la date de notification est celle de l'accusé de réception électronique.

|= Date d'envoi | |
|= Date de réception par le titulaire | |
|= Date de transmission au contrôle de légalité, si elle est requise | |
|= Date d'effet du marché | |

#! Annexe – Désignation des cotraitants et répartition {#annexe-cotraitants}
À remplir en cas de groupement conjoint.

|=^2 Membre |=^2 Prestations |=>3 Montant |
|= HT |= TVA |= TTC |
| Mandataire | | | | |
| Membre 2 | | | | |
| Membre 3 | | | | |
|>2 **Total** | | | |

#! Annexe – Nantissement ou cession de créances {#annexe-nantissement}
Cadre rempli par l'acheteur pour délivrer l'exemplaire unique.

☐ La totalité du marché. ☐ La partie que le titulaire n'envisage pas de confier à des sous-traitants payés directement, soit [montant] € TTC. ☐ La part de [montant] € TTC exécutée par [membre du groupement].

-> À [nom de la commune], le [date]

-> Le maire
`;
