/** The text of the procedure note on taking on a contract worker who replaces somebody. */
export const noteText = `
#! -> Note de procédure <- {#titre}
-> **Recruter un agent contractuel remplaçant** <-

|= Destinataires | Direction générale, secrétariat de mairie, chefs de service, ressources humaines |
|= Objet | Remplacer rapidement et régulièrement un agent absent |
|= Mise à jour | [date], par [service] – à relire chaque année et à chaque changement de texte |

#! L'essentiel en cinq points {#essentiel}
1. **Un motif réel** : on remplace une personne identifiée, absente pour une raison prévue par la loi. Un besoin permanent ne se couvre pas par des remplacements successifs.
2. **Un écrit** : le contrat est signé avant la prise de poste, avec son fondement, son motif et sa date de fin.
3. **Une délibération** : le conseil a autorisé le recrutement de remplaçants et inscrit les crédits. Une délibération de principe suffit pour l'année (annexe 1).
4. **Des vérifications** : identité, diplôme si le métier l'exige, bulletin n° 2 du casier judiciaire, temps de travail chez un autre employeur.
5. **Un accueil** : une demi-journée en doublon évite bien des départs à midi le premier jour.

## Choisir la bonne voie
Avant de recruter, regardez si l'absence peut être couverte autrement : heures complémentaires d'une collègue à temps non complet, réorganisation de quelques jours, agent d'une commune voisine, service de remplacement du centre de gestion.

|= Besoin |= Solution |= Fondement |= Durée |
|^3 Un agent est absent | Contrat de remplacement | Article L. 332-13 du code général de la fonction publique | Celle de l'absence, renouvelable par décision expresse |
| Heures complémentaires ou supplémentaires | Délibération locale sur le temps de travail | Ponctuelle |
| Mise à disposition par une autre commune | Articles L. 512-6 et suivants du même code | Trois ans au plus, renouvelable |
| Un emploi est vacant, en attendant un fonctionnaire | Contrat sur vacance temporaire | Article L. 332-14 | Un an au plus, prolongé jusqu'à deux ans au total si la recherche n'a pas abouti |
|^2 L'activité augmente | Accroissement temporaire | Article L. 332-23, 1° | Douze mois sur dix-huit mois consécutifs |
| Accroissement saisonnier | Article L. 332-23, 2° | Six mois sur douze mois consécutifs |

### Absences qui permettent un remplacement
L'article L. 332-13 vise l'agent, fonctionnaire ou contractuel, autorisé à travailler à temps partiel ou momentanément indisponible : congé annuel, congé de maladie, de longue maladie ou de longue durée, congé lié à la naissance ou à l'adoption, congé parental, formation, détachement ou disponibilité de courte durée, entre autres congés régulièrement accordés. Le contrat peut commencer avant le départ de l'agent, pour permettre un passage de consignes.

### Ce qu'il ne faut pas faire
- employer comme « vacataire » une personne qui revient chaque semaine : la vacation est une tâche précise, ponctuelle et payée à l'acte ;
- couvrir un poste vacant par un contrat de remplacement ;
- faire commencer la personne « en attendant le contrat » ;
- renouveler sans écrit, ou après la date de fin.

## Qui fait quoi, et quand
|= Étape |= Qui |= Absence prévue |= Absence imprévue |
|=>4 Avant la prise de poste |
| Signaler l'absence et le besoin (jours, heures, tâches) | Chef de service | Un mois avant | Dans l'heure |
| Vérifier la délibération et les crédits | Ressources humaines | Trois semaines avant | Le jour même |
| Chercher une personne : liste locale, communes voisines, centre de gestion | Ressources humaines et chef de service | Trois semaines avant | Le jour même |
| Recevoir et vérifier | Chef de service | Deux semaines avant | Le jour même, par téléphone puis sur place |
| Déclaration préalable à l'embauche |^2 Ressources humaines |>2 Dans les huit jours qui précèdent la prise de poste, jamais après |
| Contrat signé par le maire puis par l'agent |>2 Avant la première heure de travail |
|=>4 Pendant le contrat |
| Accueil et doublon | Chef de service |>2 Premier jour |
| Transmission au contrôle de légalité | Secrétariat |>2 Dans les jours qui suivent la signature |
| Point à mi-parcours | Chef de service |>2 À la moitié de la durée, ou chaque mois |
|=>4 À la fin |
| Décision de renouveler, ou non | Maire |>2 Huit jours avant le terme si l'engagement dure moins de six mois, un mois s'il dure de six mois à deux ans |
| Certificat de travail, attestation destinée à France Travail, solde | Ressources humaines |>2 Au terme du contrat |

## Choisir la personne
### Vérifications communes
- identité et, pour un ressortissant étranger, titre l'autorisant à travailler ;
- jouissance des droits civiques et absence de mention incompatible au bulletin n° 2 ;
- diplôme ou permis lorsque l'activité est réglementée ;
- autre emploi : nombre d'heures, accord ou information de l'employeur, repos quotidien de onze heures.

### Auprès des enfants
La commune s'assure, auprès de l'autorité compétente, que la personne n'est pas inscrite au fichier des auteurs d'infractions sexuelles ou violentes. Pour remplacer une ATSEM, le concours n'est pas exigé ; le maire recueille l'avis de la directrice ou du directeur d'école. Les taux d'encadrement de l'accueil périscolaire et de la crèche restent applicables au remplaçant.

### Égalité de traitement
Les critères de choix portent sur les compétences et la disponibilité. L'état de santé, la grossesse, la situation familiale ou les opinions n'entrent jamais en compte. Les candidatures non retenues reçoivent une réponse courte.

## Rédiger le contrat
Le contrat contient au moins les mentions suivantes ; une trame figure en annexe 2.

|= Mention |= Exemple |= Attention |
| Fondement juridique | Article L. 332-13 du code général de la fonction publique | Un seul fondement par contrat |
| Motif précis | Remplacement d'une adjointe technique en congé de maternité | Jamais de motif médical détaillé |
| Emploi et catégorie hiérarchique | Agent d'entretien, catégorie C | Celui de l'agent absent, ou une partie de ses tâches |
| Dates d'effet et de fin | Du 4 janvier au 26 mars 2027 | La durée de l'absence est la limite |
| Temps de travail | 28 h par semaine | Préciser l'annualisation à l'école |
| Rémunération | Indice de référence, régime indemnitaire éventuel | Fonctions, qualification et expérience (article L. 713-1) |
| Période d'essai | Un jour ouvré par semaine de contrat | Trois semaines au plus si le contrat est inférieur à six mois |
| Droits et obligations | Congés, protection sociale, obligations de service | Remettre aussi les règles essentielles du service |

## Payer et protéger
La rémunération suit l'article L. 713-1 du code général de la fonction publique : elle tient compte des fonctions, de la qualification requise et détenue, et de l'expérience. L'agent relève du régime général de sécurité sociale et de l'Ircantec. Le supplément familial est dû ; le régime indemnitaire l'est si la délibération locale l'étend aux remplaçants.

Les congés annuels sont de cinq fois les obligations hebdomadaires de service, au prorata de la durée. Ils sont pris pendant le contrat ; à défaut, du fait du service, ils donnent lieu à une indemnité compensatrice.

Une indemnité de fin de contrat de 10 % de la rémunération brute est due lorsque le contrat, renouvellements compris, ne dépasse pas un an, est allé à son terme, et que la rémunération ne dépasse pas le plafond réglementaire de deux fois le salaire minimum. Elle n'est pas due si l'agent est immédiatement renouvelé, recruté par un nouveau contrat ou nommé (article L. 554-3 du même code).

## Questions fréquentes
### L'agent remplacé revient plus tôt que prévu
Le contrat va à son terme s'il fixe une date. Pour éviter un doublon, des durées courtes, renouvelées par écrit, sont préférables à une longue durée incertaine.

### L'agent remplacé prolonge son absence
Le contrat est renouvelé par une décision expresse, avant son terme et dans la limite de la nouvelle absence. Un accord oral ne suffit pas.

### Le remplaçant ne convient pas
Pendant la période d'essai, la fin du contrat est décidée après un entretien et notifiée par écrit, sans préavis. Ensuite, la procédure de licenciement s'applique.

### Le remplaçant démissionne
Il respecte un préavis : huit jours s'il a moins de six mois de services, un mois entre six mois et deux ans, deux mois au-delà.

===

#! Annexe 1 – Délibération de principe {#annexe-deliberation}
Le conseil municipal,

Vu le code général des collectivités territoriales, notamment son article L. 2121-29 ;

Vu le code général de la fonction publique, notamment ses articles L. 313-1 et L. 332-13 ;

Considérant que la continuité du service peut exiger le remplacement rapide d'agents momentanément absents ;

Sur le rapport du maire, après en avoir délibéré, à [résultat du vote],

**DÉCIDE**

1. d'autoriser le maire à recruter, pour la durée du mandat, des agents contractuels pour remplacer les fonctionnaires et les agents contractuels momentanément indisponibles, dans les conditions de l'article L. 332-13 ;
2. de charger le maire de déterminer les niveaux de recrutement et de rémunération selon la nature des fonctions, la qualification et l'expérience, dans la limite du grade de l'agent remplacé ;
3. d'inscrire les crédits nécessaires au budget, chapitre [chapitre] ;
4. de rendre compte chaque année au conseil du nombre et de la durée des remplacements.

-> Pour extrait conforme, le maire

===

#! Annexe 2 – Trame de contrat {#annexe-contrat}
Entre la commune de [commune], représentée par son maire, et [nom et prénom], né(e) le [date], demeurant à [adresse], il est convenu ce qui suit.

# Objet et fondement {#contrat-objet}
L'agent est engagé en application de l'article L. 332-13 du code général de la fonction publique, en qualité de [emploi], catégorie [catégorie], pour remplacer [fonction de l'agent absent], absent(e) pour [nature du congé, sans motif médical].

# Durée et essai {#contrat-duree}
Le contrat prend effet le [date] et prend fin le [date]. Il comporte une période d'essai de [durée].

# Temps et lieu de travail {#contrat-temps}
L'agent travaille [nombre] heures par semaine, selon le planning joint, à [lieu]. Il peut être appelé à se déplacer sur [autres lieux].

# Rémunération {#contrat-remuneration}
L'agent perçoit une rémunération calculée sur l'indice [indice], complétée par le supplément familial de traitement et, s'il y a lieu, par [primes].

# Droits et obligations {#contrat-droits}
L'agent est soumis aux obligations des agents publics et bénéficie des droits prévus par le décret n° 88-145 du 15 février 1988. Il a droit à [nombre] jours de congés pour la durée du contrat.

# Fin du contrat {#contrat-fin}
Le contrat prend fin à son terme, sans formalité. Il peut être renouvelé par décision expresse. Il peut être rompu dans les conditions du décret précité.

|= Le maire |= L'agent, après lecture |
| Date et signature | Date et signature |
`;
