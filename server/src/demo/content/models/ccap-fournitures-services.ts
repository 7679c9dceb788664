/** The text of the CCAP for supplies and services. */
export const ccapText = `
#! -> Cahier des clauses administratives particulières <- {#titre}
-> **Marché public de fournitures courantes et de services** <-
-> *Accord-cadre à bons de commande* <-

|= Acheteur | [nom de la commune], représentée par son maire, dûment habilité par [délibération ou décision du …] |
|= Objet | [objet du marché] |
|= Numéro du marché | [numéro] |
|= Procédure | [procédure adaptée ou appel d'offres ouvert] |
|= Comptable assignataire | [service de gestion comptable compétent] |

> **Mode d'emploi.** Les mentions entre crochets se remplissent pour chaque marché. Les encadrés comme celui-ci signalent une clause au choix : gardez la rédaction utile, supprimez l'autre, puis supprimez l'encadré.

# Objet et forme du marché
## Objet
Le présent marché a pour objet : [objet du marché]. Les caractéristiques techniques des fournitures et des prestations figurent au cahier des clauses techniques particulières (CCTP).

Les prestations sont exécutées pour le compte de [nom de la commune], dans les lieux dont la liste est donnée au CCTP. L'acheteur peut ajouter ou retirer un lieu dans les conditions de l'article « Évolution du marché ».

## Forme
Le marché est un accord-cadre à bons de commande conclu avec un seul opérateur économique, en application des articles L. 2125-1, R. 2162-1 à R. 2162-6, R. 2162-13 et R. 2162-14 du code de la commande publique. Il fixe toutes les stipulations contractuelles : les bons de commande sont émis au fur et à mesure des besoins, sans négociation ni remise en concurrence.

## Lots et montants
Le marché est divisé en lots, chaque lot donnant lieu à un marché distinct.

|= Lot |= Désignation |= Minimum annuel (€ HT) |= Maximum annuel (€ HT) |
| 1 | [désignation du lot 1] | [montant ou « sans minimum »] | [montant] |
| 2 | [désignation du lot 2] | [montant ou « sans minimum »] | [montant] |
| 3 | [désignation du lot 3] | [montant ou « sans minimum »] | [montant] |
|>2 **Ensemble des lots** | [total] | [total] |

> **Au choix, sans allotissement.** Le marché n'est pas alloti, pour le motif suivant : [motif prévu à l'article L. 2113-11 du code de la commande publique].

Les montants minimum et maximum s'entendent par période d'exécution et sont reconduits à l'identique à chaque période. Lorsque le maximum est atteint, aucun bon de commande ne peut plus être émis sur la période en cours.

# Pièces constitutives
Par dérogation à l'article 4.1 du CCAG-FCS, les pièces du marché prévalent, en cas de contradiction, dans l'ordre suivant :

1. l'acte d'engagement et ses annexes ;
2. le bordereau des prix unitaires (BPU) ;
3. le présent cahier des clauses administratives particulières (CCAP) ;
4. le cahier des clauses techniques particulières (CCTP) et ses annexes ;
5. le cahier des clauses administratives générales des marchés publics de fournitures courantes et de services (CCAG-FCS), approuvé par l'arrêté du 30 mars 2021 ;
6. les bons de commande ;
7. l'offre technique du titulaire, pour tout ce qui améliore les exigences des pièces ci-dessus ;
8. les actes spéciaux de sous-traitance et les modifications du marché postérieurs à sa notification.

Les conditions générales de vente du titulaire, quelle qu'en soit la présentation, ne sont pas applicables. Les exemplaires conservés par l'acheteur font seuls foi.

# Durée et reconduction
Le marché prend effet le [date de début], ou à sa notification si elle est postérieure, pour une première période de douze mois. Il est reconductible tacitement [nombre] fois par périodes de douze mois, sans que sa durée totale dépasse quatre ans.

Si l'acheteur décide de ne pas reconduire, il en informe le titulaire par écrit au moins trois mois avant la fin de la période en cours. Cette décision n'ouvre droit à aucune indemnité. Le titulaire ne peut pas refuser la reconduction.

Les bons de commande émis avant le terme s'exécutent jusqu'à leur complet achèvement, dans la limite de deux mois après ce terme.

# Modalités d'exécution
## Bons de commande
Les bons de commande sont signés par le maire ou par une personne qu'il a habilitée, et transmis par voie électronique. Chacun indique :

- la référence du marché et du lot, le numéro d'engagement et le code du service ;
- la désignation et la quantité des fournitures ou des prestations ;
- le lieu, la date ou le délai d'exécution ;
- le montant hors taxes, le taux de TVA et le montant toutes taxes comprises.

Le titulaire qui a des observations à formuler sur un bon de commande le fait par écrit dans les deux jours ouvrés de sa réception ; passé ce délai, il est réputé l'accepter.

## Délais et livraison
Le délai d'exécution court de la réception du bon de commande. Sauf indication plus favorable de l'offre, il est de :

- cinq jours ouvrés pour une commande courante ;
- vingt-quatre heures pour une commande signalée urgente, dans la limite de [nombre] commandes par an.

Une prolongation est demandée par écrit avant l'expiration du délai, avec son motif. L'acheteur répond par écrit ; son silence ne vaut pas accord.

Les livraisons se font aux jours et heures d'ouverture de chaque lieu. Elles sont accompagnées d'un bon de livraison daté, qui rappelle le numéro de la commande. Le déchargement, la mise en place et la reprise des emballages sont à la charge du titulaire.

## Vérification et admission
### Vérifications quantitatives
La quantité livrée est vérifiée à la réception. L'agent présent signe le bon de livraison en notant ses réserves ; une signature sans réserve ne vaut pas admission.

### Vérifications qualitatives
L'acheteur vérifie la conformité et notifie sa décision dans le délai prévu par le CCAG-FCS. Les denrées périssables sont vérifiées à la livraison, en présence du livreur : température, date limite, état des emballages. Une livraison non conforme est reprise et remplacée aux frais du titulaire.

### Suites
L'acheteur peut prononcer l'admission, l'ajournement, la réfaction ou le rejet dans les conditions du CCAG-FCS. Toute décision autre que l'admission est motivée, après que le titulaire a pu présenter ses observations.

## Interlocuteurs
Le titulaire désigne, dans les huit jours de la notification, un interlocuteur unique et son suppléant, joignables aux heures d'ouverture des services. Une réunion de suivi est tenue chaque semestre ; le titulaire y remet un état des commandes, des délais constatés, des incidents et des actions correctives.

# Garanties et assurances
Les fournitures sont garanties contre tout défaut de matière ou de fabrication pendant un an à compter de leur admission. Pendant cette période, le titulaire remplace ou remet en état, à ses frais et dans les quinze jours, tout élément défectueux. Il n'est pas demandé de retenue de garantie.

Avant tout commencement d'exécution, puis à chaque échéance, le titulaire justifie d'un contrat d'assurance couvrant sa responsabilité civile à l'égard de l'acheteur et des tiers pour les dommages corporels, matériels et immatériels causés par l'exécution du marché.

# Prix
## Contenu des prix
Les prestations sont réglées par application des prix unitaires du BPU aux quantités réellement exécutées. Les prix sont réputés comprendre toutes les charges fiscales, parafiscales ou autres qui frappent la prestation, ainsi que le conditionnement, le transport et les frais de livraison dans les locaux de [nom de la commune].

Les prix sont établis aux conditions économiques de [mois zéro], mois qui précède celui de la date limite de remise des offres.

## Révision des prix
Les prix sont révisés chaque trimestre, par application de la formule suivante, où la part fixe est de 15 %.

-> **P = P0 × (0,15 + 0,50 × D / D0 + 0,30 × S / S0 + 0,05 × E / E0)** <-

|= Terme |= Élément de coût |= Référence |= Poids |
| P |>2 Prix révisé, en euros hors taxes | – |
| P0 |>2 Prix du BPU, établi au mois zéro | – |
| D, D0 | Denrées | Indice INSEE des prix de production de l'industrie, produits alimentaires | 0,50 |
| S, S0 | Main-d'œuvre | Indice INSEE du coût horaire du travail révisé (ICHT-rev-TS), hébergement et restauration | 0,30 |
| E, E0 | Énergie | Indice INSEE des prix de production, électricité vendue aux entreprises | 0,05 |

D, S et E sont les dernières valeurs publiées à la date de la révision ; D0, S0 et E0 sont celles du mois zéro. Le coefficient de révision est arrondi au millième supérieur, le prix révisé au centime le plus proche. Le titulaire transmet son calcul et les valeurs employées un mois avant la date d'effet ; l'acheteur les vérifie et les accepte par écrit. Un exemple est donné en annexe.

> **Clause si le montant estimé est d'au moins 90 000 € HT.** La hausse annuelle est limitée à [plafond de hausse]. Au-delà, les parties se rapprochent ; à défaut d'accord sous trente jours, la partie du marché qui reste à exécuter peut être résiliée sans indemnité.

> **Au choix, hors denrées.** Pour un marché sans part alimentaire, la formule devient : P = P0 × (0,15 + 0,85 × I / I0), où I est l'indice [intitulé et identifiant de la série] publié par l'INSEE.

## Disparition d'un indice
Lorsqu'un indice cesse d'être publié, la série de remplacement désignée par l'organisme qui le publiait s'applique de plein droit. À défaut de série désignée, les parties conviennent d'un nouvel indice par une modification du marché ; dans l'attente, la dernière valeur connue est maintenue à titre provisoire.

## Clause de sauvegarde
Lorsque l'application de la formule conduit à une hausse de plus de [seuil de sauvegarde] sur douze mois, l'acheteur peut résilier sans indemnité la partie du marché qui reste à exécuter, en respectant un préavis de trois mois. Les parties se rencontrent auparavant au moins une fois pour rechercher une solution.

# Règlement des comptes
## Avance
Une avance est accordée au titulaire lorsque les conditions des articles L. 2191-2 et R. 2191-3 du code de la commande publique sont réunies et qu'il n'y a pas renoncé dans l'acte d'engagement. Son taux est fixé à l'acte d'engagement. Elle est remboursée par retenue sur les sommes dues, entre le moment où les prestations exécutées atteignent 65 % du montant qui sert de base à l'avance et celui où elles en atteignent 80 %.

## Demandes de paiement
Les demandes de paiement sont établies par bon de commande ou regroupées par mois. Elles sont transmises par voie électronique sur le portail public de facturation Chorus Pro et portent, outre les mentions légales :

- le numéro SIRET de l'acheteur, le code du service et le numéro d'engagement ;
- le numéro du marché, du lot et du bon de commande ;
- les quantités admises, les prix unitaires et, s'il y a lieu, le coefficient de révision ;
- le montant hors taxes, le taux et le montant de la TVA, le montant à payer.

## Délai de paiement
Le délai global de paiement est de trente jours à compter de la réception de la demande de paiement, ou de l'exécution des prestations si elle est postérieure. Il peut être suspendu une fois, par une notification qui précise toutes les pièces manquantes ou les raisons qui s'opposent au paiement.

Le dépassement du délai ouvre droit de plein droit, sans autre formalité, à des intérêts moratoires au taux de la Banque centrale européenne majoré de huit points, et à l'indemnité forfaitaire de 40 € pour frais de recouvrement, conformément aux articles L. 2192-13, R. 2192-31 et D. 2192-35 du code de la commande publique.

L'acheteur délivre sur demande l'exemplaire unique ou le certificat de cessibilité qui permet au titulaire de céder ou de nantir ses créances.

# Pénalités
## Barème
Par dérogation à l'article 14.1.1 du CCAG-FCS, les manquements sont sanctionnés par les pénalités forfaitaires suivantes.

|= Famille |= Manquement |= Pénalité |= Décompte |
|^3 Délais | Retard de livraison, commande courante | 50 € par jour ouvré de retard |^2 Du jour qui suit l'échéance au jour de la livraison conforme, celui-ci exclu |
| Retard de livraison, commande urgente | 100 € par jour ouvré |
| Retard dans le remplacement d'une fourniture rejetée | 80 € par jour ouvré | Par livraison rejetée |
|^2 Qualité | Livraison non conforme au CCTP | 5 % du montant de la ligne | Par constat contradictoire |
| Rupture de la chaîne du froid | 250 € | Par livraison, en plus du rejet |
|^3 Suivi | Absence à une réunion de suivi |>2 100 € par absence |
| Document demandé non remis (assurance, bilan, calcul de révision) |>2 20 € par jour, après un rappel écrit resté huit jours sans effet |
| Heure d'insertion non réalisée |>2 60 € par heure, sauf impossibilité établie |

## Application
Les pénalités sont appliquées sans mise en demeure préalable. Leur total ne peut dépasser 10 % du montant hors taxes du bon de commande concerné, ou de la période d'exécution pour les pénalités de suivi. Le titulaire est exonéré des pénalités dont le total ne dépasse pas 1 000 € HT pour l'ensemble du marché.

Les pénalités sont retenues sur le prochain paiement. Elles ne dispensent pas le titulaire d'exécuter ses obligations et ne s'appliquent pas lorsque le retard vient de l'acheteur ou d'un événement de force majeure.

# Clause d'insertion
## Engagement
Pour promouvoir l'emploi de personnes qui en sont éloignées, le titulaire consacre à une action d'insertion au moins [nombre] heures de travail par période d'exécution. Cet engagement est une condition d'exécution du marché, au sens de l'article L. 2112-2 du code de la commande publique ; il n'est pas un critère de choix des offres.

Le titulaire choisit l'une des voies suivantes, ou les combine :

1. l'embauche directe de personnes répondant aux critères d'éligibilité ;
2. la mise à disposition de salariés par une association intermédiaire, une entreprise de travail temporaire d'insertion ou un groupement d'employeurs pour l'insertion et la qualification ;
3. la sous-traitance ou la cotraitance avec une entreprise d'insertion, un établissement ou service d'accompagnement par le travail ou une entreprise adaptée.

## Suivi
Le facilitateur des clauses sociales désigné par l'acheteur vérifie l'éligibilité des personnes, propose des candidatures et suit la réalisation des heures. Le titulaire lui remet chaque trimestre l'état figurant en annexe. En cas de difficulté économique ou d'évolution des commandes, l'engagement peut être réduit d'un commun accord, en proportion.

> **Au choix, petits marchés.** En dessous de [montant] € HT ou de six mois d'exécution, cet article est remplacé par l'accueil d'un stagiaire ou d'un apprenti.

# Clause environnementale
L'exécution du marché prend en compte l'environnement. Le titulaire respecte au moins les obligations suivantes :

- **livraisons** : une tournée hebdomadaire au plus par lieu, hors urgence ; véhicules à faibles émissions lorsque l'offre le prévoit ;
- **emballages** : reprise gratuite, réemploi des caisses et palettes, suppression du plastique à usage unique quand une autre solution existe ;
- **produits** : priorité aux références portant un écolabel ou équivalent ; part de biens issus du réemploi ou intégrant des matières recyclées lorsque l'article 58 de la loi n° 2020-105 du 10 février 2020 s'applique ;
- **restauration** : respect des parts de produits durables et biologiques fixées par l'article L. 230-5-1 du code rural et de la pêche maritime, et remise du relevé annuel.

Un bilan est remis avec la dernière demande de paiement de chaque période : tonnages, distances parcourues, part des produits concernés, actions prévues pour la suite.

# Sous-traitance et groupement
Le titulaire peut sous-traiter l'exécution de certaines prestations de services, à l'exclusion des simples fournitures, après acceptation du sous-traitant et agrément de ses conditions de paiement par l'acheteur (formulaire DC4 ou équivalent). Le sous-traitant direct est payé par l'acheteur lorsque sa créance atteint 600 € TTC.

En cas de groupement, le mandataire est solidaire de chacun des membres pour ses obligations contractuelles.

# Confidentialité, données et neutralité
Le titulaire et ses préposés gardent confidentielles les informations dont ils ont connaissance. Lorsqu'il traite des données personnelles pour le compte de l'acheteur, il n'agit que sur instruction écrite, garantit leur sécurité, signale toute violation dans les vingt-quatre heures et les restitue ou les détruit à la fin du marché ; une annexe précise la nature, la finalité et la durée du traitement, conformément à l'article 28 du règlement (UE) 2016/679.

Lorsque le marché confie au titulaire l'exécution de tout ou partie d'un service public, il assure l'égalité des usagers et veille au respect des principes de laïcité et de neutralité par les personnes qui y participent, sous-traitants compris.

# Évolution du marché {#evolution-du-marche}
En application de l'article R. 2194-1 du code de la commande publique, le marché peut être modifié sans nouvelle procédure dans les cas suivants :

1. ajout ou retrait d'un lieu d'exécution, si le maximum n'est pas dépassé ;
2. remplacement d'une référence supprimée par une référence au moins équivalente, au même prix ;
3. ajout au BPU d'un article de même nature, au prix du catalogue du titulaire diminué du rabais de l'offre ;
4. adaptation des fréquences ou des horaires à une modification du service.

La modification est proposée par écrit avec ses conséquences sur le prix. Elle prend effet à la signature d'un avenant, sauf pour le cas 2, où l'accord écrit de l'acheteur suffit.

# Résiliation
Le marché peut être résilié dans les conditions prévues par le CCAG-FCS. La résiliation pour faute est prononcée après une mise en demeure restée sans effet pendant quinze jours, notamment en cas de retards répétés, de manquement grave aux règles d'hygiène ou de sécurité, ou d'inexactitude des renseignements produits à l'appui de la candidature. L'acheteur peut alors faire exécuter les prestations aux frais et risques du titulaire.

En cas de résiliation pour motif d'intérêt général, le titulaire est indemnisé dans les conditions prévues par le CCAG-FCS. Le décompte de résiliation lui est notifié dans les deux mois.

# Différends
Les parties s'efforcent de régler à l'amiable tout différend. Le titulaire adresse un mémoire en réclamation motivé à l'acheteur, qui dispose de deux mois pour répondre. Les parties peuvent saisir le comité consultatif de règlement amiable des différends compétent ou recourir à la médiation.

À défaut d'accord, le tribunal administratif de Lille est compétent. Le droit français est seul applicable et tous les documents sont rédigés en français.

# Dérogations au CCAG-FCS
|= Article du présent CCAP |= Article du CCAG-FCS |= Objet de la dérogation |
| Pièces constitutives | 4.1 | Ordre de priorité des pièces |
| Pénalités | 14.1.1 | Pénalités forfaitaires, sans invitation préalable à présenter des observations |

#! Annexe 1 – Exemple de calcul de révision {#annexe-revision}
Prix du BPU : P0 = 3,20 € HT par repas. Les valeurs ci-dessous sont fictives.

|= Terme |= Valeur au mois zéro |= Dernière valeur publiée |= Rapport |= Poids |= Produit |
|>4 Part fixe | 0,15 | 0,1500 |
| D – Denrées | 115,0 | 118,4 | 1,0296 | 0,50 | 0,5148 |
| S – Main-d'œuvre | 130,0 | 132,6 | 1,0200 | 0,30 | 0,3060 |
| E – Énergie | 100,8 | 95,2 | 0,9444 | 0,05 | 0,0472 |
|>4 **Coefficient de révision** | 1,00 | **1,0180** |

Le coefficient calculé sans arrondi intermédiaire est de 1,018005. Arrondi au millième supérieur, il est de 1,019 : le prix révisé est de 3,20 × 1,019 = 3,2608, soit **3,26 € HT**.

#! Annexe 2 – État trimestriel des heures d'insertion {#annexe-insertion}
|=^2 Personne (initiales) |=>2 Contrat |=>3 Heures réalisées |
|= Voie choisie |= Date de début |= Mois 1 |= Mois 2 |= Mois 3 |
| | | | | | |
| | | | | | |
|>3 **Total du trimestre** | | | |

Engagement de la période : [nombre] heures. Cumul réalisé : [nombre] heures. Reste à réaliser : [nombre] heures.

-> Fait à [lieu], le [date]

-> Le titulaire
`;
