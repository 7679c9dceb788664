/** The text of the consultation rules for an adapted procedure. */
export const rcText = `
#! -> Règlement de la consultation <- {#titre}
-> **Marché passé selon une procédure adaptée** <-

|= Acheteur | [nom de la commune] – [adresse] – [téléphone] – [courriel] |
|= Objet | [objet de la consultation] |
|= Référence | [numéro de la consultation] |
|= Profil d'acheteur | [adresse du profil d'acheteur] |
|= Date et heure limites de remise des plis | **[date] à [heure]** |

> **Mode d'emploi.** Complétez les mentions entre crochets et choisissez parmi les clauses encadrées. Avant toute publication, relisez l'article « Jugement des offres » avec le CCAP et le cadre de réponse : un critère annoncé doit pouvoir être noté à partir d'un document demandé.

# Objet et étendue de la consultation
## Objet
La consultation porte sur : [objet]. Le détail des prestations figure au cahier des clauses techniques particulières (CCTP). Les prestations sont exécutées à [lieu d'exécution].

## Procédure
La consultation est passée selon une procédure adaptée, en application des articles L. 2123-1, R. 2123-1, 1° et R. 2123-4 du code de la commande publique. La valeur estimée du besoin est inférieure au seuil européen de procédure formalisée.

## Décomposition
|= Lot |= Désignation |= Code CPV principal |
| 1 | [désignation] | [code] |
| 2 | [désignation] | [code] |

Un candidat peut présenter une offre pour un seul lot, pour plusieurs ou pour tous. Chaque lot fait l'objet d'une offre et d'un marché distincts ; aucun rabais n'est accepté en cas d'attribution de plusieurs lots.

> **Au choix, lot unique.** La consultation n'est pas allotie : [motif prévu à l'article L. 2113-11 du code de la commande publique].

## Durée
La durée du marché est de [durée] à compter de [sa notification ou la date de début]. Il est reconductible [nombre] fois, par périodes de [durée].

## Variantes
Les variantes ne sont pas autorisées. Les prestations supplémentaires éventuelles, s'il y en a, sont décrites au CCTP et doivent obligatoirement être chiffrées.

> **Au choix, variantes admises.** Les variantes sont autorisées sur les points suivants : [points]. Elles respectent les exigences minimales suivantes : [exigences]. Chaque variante est présentée dans un dossier séparé, avec l'offre de base.

# Dossier de consultation
## Contenu
Le dossier de consultation comprend :

1. le présent règlement ;
2. l'acte d'engagement et ses annexes ;
3. le cahier des clauses administratives particulières (CCAP) ;
4. le cahier des clauses techniques particulières (CCTP) et ses annexes ;
5. le bordereau des prix unitaires et le détail quantitatif estimatif ;
6. le cadre de réponse technique.

## Retrait
Le dossier est mis gratuitement à disposition sur le profil d'acheteur, sans inscription obligatoire. Il est conseillé de s'identifier avec une adresse électronique consultée chaque jour : c'est à cette adresse que seront envoyés les compléments et les réponses.

## Questions et modifications
Les questions sont posées sur le profil d'acheteur au plus tard dix jours avant la date limite de remise des plis. Les réponses sont envoyées à tous les candidats identifiés au plus tard six jours avant cette date, sans que l'auteur de la question soit nommé.

L'acheteur peut apporter des modifications de détail au dossier dans le même délai. Si elles sont substantielles, ou si une réponse utile n'a pas pu être donnée à temps, la date limite est reportée.

## Visite des lieux
> **Au choix, visite facultative.** Une visite est proposée le [date] à [heure]. Inscription par le profil d'acheteur. Les réponses faites pendant la visite sont écrites et envoyées à tous.

> **Au choix, visite obligatoire.** La visite est obligatoire : l'attestation remise sur place est jointe à l'offre. Trois créneaux au moins sont proposés.

# Conditions de participation
## Groupements
Les candidats peuvent se présenter seuls ou en groupement. Aucune forme n'est imposée pour présenter l'offre ; après attribution, le mandataire d'un groupement conjoint est solidaire. Un même opérateur ne peut pas être mandataire de plusieurs groupements pour un même lot.

## Sous-traitance
Le candidat qui envisage de sous-traiter joint à son offre, pour chaque sous-traitant, une déclaration (formulaire DC4) indiquant la nature et le montant des prestations concernées.

## Interdictions de soumissionner
Sont exclus les opérateurs qui se trouvent dans l'un des cas prévus aux articles L. 2141-1 à L. 2141-5 du code de la commande publique. L'acheteur peut aussi, après que l'intéressé a pu présenter ses observations, exclure celui qui se trouve dans l'un des cas des articles L. 2141-7 à L. 2141-10.

# Contenu des plis
## Candidature
Chaque candidat, et chaque membre d'un groupement, produit les pièces suivantes.

|= Ce qui est vérifié |= Pièce demandée |= Niveau minimal |
|^2 Situation juridique | Lettre de candidature (DC1) ou document unique de marché européen (DUME) | – |
| Déclaration sur l'honneur de ne pas entrer dans un cas d'interdiction de soumissionner | – |
|^2 Capacité économique et financière | Chiffre d'affaires des trois derniers exercices | [montant ou « aucun »] |
| Attestation d'assurance des risques professionnels | – |
|^3 Capacité technique et professionnelle | Effectifs moyens annuels | [nombre ou « aucun »] |
| Références de prestations comparables sur trois ans, avec le nom d'un contact | [nombre ou « aucun »] |
| Certificats ou qualifications, ou preuve équivalente | [certificat ou « aucun »] |

Une entreprise créée récemment, ou qui ne peut fournir un document pour une raison justifiée, prouve ses capacités par tout autre moyen. Le candidat qui s'appuie sur un autre opérateur produit les mêmes pièces pour celui-ci et son engagement écrit.

Les documents déjà transmis à l'acheteur et toujours valables, ou accessibles gratuitement en ligne, n'ont pas à être fournis de nouveau : il suffit d'indiquer où les trouver.

## Offre
L'offre comprend :

- l'acte d'engagement complété ;
- le bordereau des prix unitaires, sans modification des libellés ;
- le détail quantitatif estimatif, qui sert à comparer les prix et n'est pas contractuel ;
- le cadre de réponse technique, limité à vingt pages hors annexes ;
- les fiches techniques des produits et les justificatifs des labels annoncés.

La signature de l'offre n'est pas exigée lors de la remise : seul l'attributaire signe l'acte d'engagement. Les offres sont rédigées en français et chiffrées en euros. Elles engagent le candidat pendant **cent vingt jours** à compter de la date limite de remise.

# Remise des plis
## Transmission électronique
Les plis sont remis exclusivement sur le profil d'acheteur avant la date et l'heure limites. Le fuseau horaire est celui de Paris. Un pli dont le téléchargement se termine après l'heure limite est considéré comme hors délai et n'est pas ouvert. Si plusieurs plis sont déposés par un même candidat pour un même lot, seul le dernier est ouvert.

## Copie de sauvegarde
Le candidat peut envoyer ou déposer, dans le même délai, une copie de sauvegarde sur support papier ou électronique, sous pli portant la mention « Copie de sauvegarde » et le nom de la consultation, à l'adresse suivante : [adresse et heures d'ouverture]. Elle n'est ouverte que si le pli électronique est endommagé, contient un programme malveillant, ou n'est pas parvenu entier alors que son envoi avait commencé à temps.

## Conseils pratiques
Les fichiers sont remis dans un format courant (PDF, ODS, XLSX, DOCX). Il est conseillé de vérifier la configuration du poste avec la consultation de test du profil d'acheteur et de commencer le dépôt plusieurs heures avant la limite. Une assistance est joignable au [téléphone].

# Examen des candidatures
L'acheteur peut demander aux candidats de compléter ou de préciser leur dossier dans un délai identique pour tous. Les candidatures irrecevables, ou qui n'atteignent pas les niveaux minimaux de l'article « Candidature », sont éliminées.

L'acheteur se réserve la possibilité d'examiner les offres avant les candidatures ; dans ce cas, seule la candidature de l'attributaire pressenti est vérifiée avant la notification.

# Jugement des offres {#jugement-des-offres}
## Critères
Les offres sont classées par ordre décroissant à partir des critères suivants, notés sur 100 points. Au moins un critère prend en compte les caractéristiques environnementales de l'offre, comme l'exige l'article L. 2152-7 du code de la commande publique.

|= Critère |= Sous-critère |= Points |= Document examiné |
|= Prix | Total du détail quantitatif estimatif | 40 | Détail quantitatif estimatif |
|=^3 Valeur technique | Organisation et moyens humains affectés au marché | 15 |^3 Cadre de réponse technique |
| Méthode d'exécution et contrôle de la qualité | 15 |
| Délais et traitement des urgences | 10 |
|=^2 Environnement | Produits, emballages et déchets | 10 |^2 Cadre de réponse technique et justificatifs |
| Transports et énergie | 5 |
|= Performance sociale | Conditions de travail et formation des personnes affectées | 5 | Cadre de réponse technique |
|=>2 Total |= 100 | |

## Notation du prix
La note de prix est obtenue par la formule : note = 40 × (prix le plus bas / prix de l'offre examinée). Les prix comparés sont ceux des offres régulières, acceptables et appropriées, hors taxes, après correction des erreurs de calcul ou de report. En cas de discordance, le bordereau des prix unitaires prévaut.

## Notation des autres critères
Chaque sous-critère est noté selon l'échelle ci-dessous, puis rapporté au nombre de points prévu.

|= Appréciation |= Part des points |= Signification |
| Très satisfaisant | 100 % | Réponse complète, précise, adaptée au besoin, avec des apports utiles |
| Satisfaisant | 75 % | Réponse complète et adaptée |
| Moyen | 50 % | Réponse générale ou en partie adaptée |
| Insuffisant | 25 % | Réponse lacunaire, sans contredire les exigences |
| Absent | 0 % | Pas de réponse sur ce point |

## Négociation
L'acheteur se réserve la possibilité de négocier avec les trois candidats les mieux classés, ou d'attribuer le marché sur la base des offres initiales, sans négociation. La négociation peut porter sur tous les éléments de l'offre, notamment le prix, sauf les caractéristiques minimales du CCTP. Elle est menée par écrit sur le profil d'acheteur ou lors d'un entretien de même durée pour tous ; elle se conclut par une offre finale remise à la même date.

## Offres écartées
Les offres inappropriées sont éliminées. Les offres irrégulières ou inacceptables peuvent devenir régulières ou acceptables au cours de la négociation, si elles ne sont pas anormalement basses. L'acheteur peut aussi autoriser tous les candidats concernés à régulariser leur offre dans un délai approprié, sans en modifier les caractéristiques substantielles.

Lorsqu'une offre paraît anormalement basse, l'acheteur exige des précisions et des justifications. Si elles ne sont pas suffisantes, il la rejette par décision motivée.

# Attribution
## Pièces de l'attributaire
Le candidat retenu remet dans un délai de huit jours, s'il ne l'a déjà fait :

1. l'acte d'engagement signé ;
2. les certificats fiscaux et sociaux ;
3. les pièces de vigilance prévues par le code du travail, dont la liste nominative des salariés étrangers soumis à autorisation de travail ;
4. l'attestation d'assurance en cours de validité ;
5. le pouvoir de la personne qui signe.

À défaut, son offre est rejetée et la même demande est adressée au candidat classé ensuite.

## Information des candidats
Les candidats non retenus en sont informés par le profil d'acheteur. Celui qui en fait la demande écrite reçoit, dans les quinze jours, les motifs du rejet et, si son offre n'était ni inappropriée, ni irrégulière, ni inacceptable, les caractéristiques et avantages de l'offre retenue ainsi que le nom de l'attributaire.

L'acheteur peut à tout moment déclarer la procédure sans suite. Il en communique les raisons aux candidats ; aucune indemnité n'est due.

# Voies de recours {#voies-de-recours}
Le tribunal administratif de Lille est compétent. Il peut être saisi par l'application Télérecours citoyens. Les recours ouverts sont notamment :

|= Recours |= Quand |= Fondement |
| Référé précontractuel | Avant la signature du marché | Article L. 551-1 du code de justice administrative |
| Référé contractuel | Après la signature, dans les délais prévus par ce code | Article L. 551-13 du code de justice administrative |
| Recours en contestation de la validité du contrat | Dans les deux mois des mesures de publicité appropriées | Jurisprudence du Conseil d'État |

Des renseignements peuvent être obtenus auprès du greffe du tribunal.

===

#! Annexe – Cadre de réponse technique {#annexe-cadre}
Le candidat répond dans l'ordre ci-dessous. Une information donnée ailleurs n'est pas prise en compte pour la notation.

|= N° |= Question |= Points |= Longueur conseillée |
|=>4 Valeur technique |
| 1 | Qui fait quoi ? Interlocuteur, équipe affectée, remplacements en cas d'absence | 15 | 4 pages |
| 2 | Comment travaillez-vous ? Étapes, contrôles, traitement des réclamations | 15 | 5 pages |
| 3 | En combien de temps ? Délai courant, délai d'urgence, moyens de le tenir | 10 | 2 pages |
|=>4 Environnement |
| 4 | Quels produits et quels emballages ? Labels, réemploi, reprise des déchets | 10 | 4 pages |
| 5 | Quels trajets et quelle énergie ? Véhicules, regroupement des tournées | 5 | 2 pages |
|=>4 Performance sociale |
| 6 | Quelles conditions de travail ? Horaires, formation, prévention | 5 | 3 pages |
`;
