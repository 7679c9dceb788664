/** The text of the agreement by which a commune lends staff to another. */
export const conventionText = `
#! -> Convention de mise à disposition de personnel <- {#titre}
-> **entre [commune d'origine] et [commune d'accueil]** <-

> **Mode d'emploi.** Cette convention vaut pour un fonctionnaire titulaire ou, en l'adaptant, pour un agent contractuel à durée indéterminée. Elle ne convient pas à un agent en contrat à durée déterminée. Pour un besoin durable et régulier, comparez d'abord avec la nomination sur deux emplois à temps non complet.

#! Entre les soussignés {#parties}
La commune de [commune d'origine], représentée par son maire, autorisé à signer par délibération du [date], ci-après « la commune d'origine »,

et la commune de [commune d'accueil], représentée par son maire, autorisé à signer par délibération du [date], ci-après « la commune d'accueil »,

#! Préambule
Vu le code général de la fonction publique, notamment ses articles L. 512-6 et suivants ;

Vu le décret n° 2008-580 du 18 juin 2008 relatif au régime de la mise à disposition applicable aux collectivités territoriales et aux établissements publics administratifs locaux ;

Vu l'accord écrit de l'agent, joint en annexe ;

Considérant que la commune d'accueil a besoin de [fonction] pour [motif : remplacement, service partagé, renfort] et que la commune d'origine dispose de cette compétence ;

Considérant que le partage de personnel entre communes voisines contribue à la continuité du service public et à l'attractivité des emplois ;

il est convenu ce qui suit.

# Objet
La commune d'origine met à la disposition de la commune d'accueil, avec son accord, l'agent désigné ci-dessous pour y exercer les activités décrites à l'article « Activités confiées ».

|= Élément |= Situation de l'agent |
| Nom et prénom | [à remplir sur l'exemplaire signé seulement] |
| Cadre d'emplois, grade et échelon | [cadre d'emplois], [grade], [échelon] |
| Emploi occupé dans la commune d'origine | [emploi], [durée hebdomadaire] |
| Position | Activité, mis à disposition pour [quotité] % de son temps de travail |

L'agent demeure dans son cadre d'emplois. Il est réputé occuper son emploi dans la commune d'origine, qui continue à le rémunérer et à gérer sa carrière.

# Activités confiées {#activites-confiees}
## Nature et niveau
L'agent exerce les fonctions de [fonction], au niveau hiérarchique de [niveau], sous l'autorité de [fonction du supérieur dans la commune d'accueil].

|= Domaine |= Activités |= Part du temps |= Autonomie |
|^2 [domaine principal] | [activité] |^2 [part] % | Décide et rend compte |
| [activité] | Propose |
| [deuxième domaine] | [activité] | [part] % | Exécute selon consigne |
| Réunions et coordination entre les deux communes | Point hebdomadaire, planning commun | [part] % | – |

## Limites
L'agent n'est pas affecté à des tâches étrangères à son cadre d'emplois. Toute modification durable de ses activités fait l'objet d'un avenant, après son accord écrit. Une délégation de signature éventuelle est donnée par un arrêté du maire de la commune d'accueil.

# Durée
La mise à disposition est consentie du [date de début] au [date de fin], pour une durée qui ne peut dépasser trois ans. Elle est renouvelable, par périodes de trois ans au plus, par une décision expresse des deux communes et avec l'accord de l'agent.

Une rencontre des deux communes et de l'agent est organisée après deux mois, puis chaque année, pour vérifier que l'organisation convient à tous.

# Conditions d'emploi
## Temps et lieux de travail
L'agent travaille [nombre] heures par semaine pour la commune d'accueil, selon la répartition suivante.

|=^2 Jour |=>2 Commune d'origine |=>2 Commune d'accueil |
|= Matin |= Après-midi |= Matin |= Après-midi |
| Lundi | [heures] | [heures] | – | – |
| Mardi | – | – | [heures] | [heures] |
| Mercredi | [heures] | – | – | – |
| Jeudi | – | – | [heures] | [heures] |
| Vendredi | [heures] | [heures] | – | – |
| **Total hebdomadaire** |>2 [total] |>2 [total] |

Les jours sont fixes. Un échange ponctuel est possible avec l'accord de l'agent et des deux communes, au moins quarante-huit heures à l'avance. Les conseils municipaux auxquels l'agent assiste ne sont pas réunis le même soir. Le total des heures respecte les durées maximales de travail et le repos quotidien de onze heures.

## Autorité
La commune d'accueil organise le travail de l'agent et fixe ses conditions de travail pour le temps qui lui revient. La commune d'origine conserve le pouvoir de nomination et le pouvoir disciplinaire. Si deux demandes sont incompatibles, les deux supérieurs se mettent d'accord dans la journée ; l'agent n'a pas à arbitrer.

## Congés et absences
La commune d'accueil accorde les congés annuels et les congés de maladie ordinaire lorsque la mise à disposition dépasse le mi-temps, et en informe la commune d'origine. Dans le cas contraire, ces décisions reviennent à la commune d'origine, après avis de la commune d'accueil. Les autres congés, le temps partiel, les autorisations liées au droit syndical et le compte épargne-temps relèvent de la commune d'origine.

Les congés sont posés une seule fois, sur un calendrier commun arrêté au 1er mars. L'agent prévient les deux communes de toute absence imprévue avant sa prise de poste.

## Santé et sécurité
La commune d'accueil assure la sécurité de l'agent dans ses locaux, l'informe des consignes et lui remet les équipements nécessaires. Le suivi médical est assuré par le service de médecine préventive de la commune d'origine. Tout accident est déclaré le jour même aux deux communes.

## Déplacements
Les trajets entre les deux lieux de travail effectués dans la même journée sont du temps de travail. Ils sont remboursés par la commune d'accueil, sur la base des indemnités kilométriques en vigueur. Le trajet entre le domicile et le premier lieu de travail n'est pas remboursé à ce titre.

## Moyens et formation
La commune d'accueil fournit le poste de travail, les accès informatiques et la téléphonie. Les formations liées aux activités qu'elle confie sont à sa charge ; la commune d'origine prend en charge les autres.

# Rémunération et remboursement
## Rémunération
La commune d'origine verse à l'agent la rémunération correspondant à son grade : traitement, supplément familial, régime indemnitaire et, s'il y a lieu, nouvelle bonification indiciaire. La commune d'accueil peut l'indemniser des frais et sujétions auxquels il est exposé dans ses fonctions.

## Remboursement
La commune d'accueil rembourse à la commune d'origine la rémunération de l'agent et les charges sociales correspondantes, au prorata de la quotité mise à disposition. Un forfait de gestion de 3 % s'y ajoute.

|= Élément |= Base |= Remboursé |= Justificatif |
| Traitement et supplément familial | Bulletin de paie | [quotité] % |^3 État trimestriel, bulletins de paie sur demande |
| Régime indemnitaire | Bulletin de paie | [quotité] % |
| Charges patronales | Bulletin de paie | [quotité] % |
| Heures faites au-delà, à la demande de la commune d'accueil | Relevé visé | 100 % | Relevé mensuel |
| Formation demandée par la commune d'accueil | Facture | 100 % | Facture |
|^2 Absences | Congés annuels et maladie ordinaire | [quotité] % | État trimestriel |
| Accident de service, maladie professionnelle | 0 % | – |

Les charges que le décret du 18 juin 2008 laisse à la commune d'origine, notamment celles qui résultent d'un accident de service ou d'une allocation temporaire d'invalidité, ne sont pas remboursées.

## Facturation
Le titre de recettes est émis chaque trimestre, à terme échu, avec l'état figurant en annexe. Il est payé dans les trente jours. Une estimation annuelle est communiquée avant le 1er novembre pour la préparation des budgets.

# Évaluation et discipline
## Évaluation
Le supérieur hiérarchique dans la commune d'accueil reçoit l'agent en entretien individuel chaque année, avant le 30 septembre, et rédige un rapport sur sa manière de servir. Le rapport est transmis à l'agent, qui peut y porter ses observations, puis à la commune d'origine, qui conduit l'entretien professionnel.

## Discipline
En cas de manquement, la commune d'accueil saisit la commune d'origine par un rapport écrit. Celle-ci exerce seule le pouvoir disciplinaire.

# Droits et obligations
L'agent est soumis aux obligations de tout agent public, notamment de discrétion, de neutralité et de laïcité. Il ne communique pas à l'une des communes les dossiers de l'autre. Il conserve ses droits à avancement, à formation et à l'action sociale de la commune d'origine ; il a accès, dans la commune d'accueil, aux équipements collectifs du personnel.

La commune d'accueil lui accorde la protection fonctionnelle pour les faits liés aux fonctions qu'il y exerce.

# Responsabilité et assurances
Chaque commune répond des dommages causés par l'agent dans l'exercice des fonctions qu'il accomplit pour elle. La commune d'accueil déclare sa présence à son assureur, au titre de la responsabilité civile et de l'usage des véhicules.

# Données personnelles
Les informations échangées sur l'agent se limitent à ce qu'exige l'exécution de la convention : identité, grade, temps de travail, absences sans leur motif médical, éléments de paie. Elles sont conservées par le service des ressources humaines de chaque commune et détruites selon les règles d'archivage.

# Fin de la mise à disposition
## À l'initiative d'une partie
La mise à disposition peut prendre fin avant son terme à la demande de l'agent, de la commune d'origine ou de la commune d'accueil, avec un préavis de trois mois. Ce délai peut être réduit d'un commun accord écrit.

## Sans préavis
En cas de faute disciplinaire, elle peut prendre fin sans préavis par accord entre les deux communes.

## Retour de l'agent
À la fin de la mise à disposition, l'agent retrouve dans la commune d'origine les fonctions qu'il exerçait ou, à défaut, des fonctions que son grade lui donne vocation à exercer. Un entretien de retour est organisé dans le premier mois.

# Exécution
## Information
La convention est transmise à l'agent avant sa signature, pour qu'il donne son accord sur la nature de ses activités et ses conditions d'emploi. L'organe délibérant de la commune d'origine est informé au préalable de la mise à disposition, qui est prononcée par un arrêté de son maire.

## Modification
La convention est modifiée par avenant, selon la même procédure.

## Différends
Les parties recherchent un accord amiable, au besoin avec l'aide du centre de gestion du Nord. À défaut, le tribunal administratif de Lille est compétent.

## Exemplaires
La convention est établie en trois exemplaires : un pour chaque commune, un pour l'agent. Une copie est adressée au comptable de chaque commune.

-> Fait à [lieu], le [date]

|= Pour la commune d'origine, le maire |= Pour la commune d'accueil, le maire |
| Signature | Signature |

===

#! Annexe 1 – Accord de l'agent {#annexe-accord}
Je soussigné(e), [nom et prénom], [grade], déclare avoir reçu le projet de convention le [date] et en avoir pris connaissance.

☐ J'accepte la mise à disposition, la nature des activités confiées et les conditions d'emploi décrites.

☐ Je souhaite que les points suivants soient précisés avant de me prononcer : [points].

-> À [lieu], le [date] – Signature

#! Annexe 2 – État trimestriel de remboursement {#annexe-etat}
|=^2 Élément |=>3 Montant mensuel (€) |=^2 Total |=^2 Part remboursée |
|= Mois 1 |= Mois 2 |= Mois 3 |
| Traitement et supplément familial | | | | | |
| Régime indemnitaire | | | | | |
| Charges patronales | | | | | |
| Heures et formations à 100 % | | | | | |
|>4 **Total à rembourser pour le trimestre** | | |

#! Annexe 3 – Feuille de route commune {#annexe-feuille}
À remplir ensemble le premier jour, et à afficher dans les deux mairies.

1. Mes jours fixes dans chaque commune, et qui prévenir si je suis absent ;
2. les dates de conseil municipal déjà connues, et la règle en cas de coïncidence ;
3. mes trois priorités du trimestre pour chaque commune ;
4. les accès, clés et logiciels remis, avec la date ;
5. la date du prochain point à trois.
`;
