/**
 * The agreement by which a commune lends an agent for a few half-days, in light markup. `{words in braces}` are the facts of the
 * bookings; a line of `{{demi-journées}}` is the table of them; dotted lines are filled by hand before it is signed.
 */
export const AGREEMENT_MODEL = `
#! Entre les soussignées
La commune {d'origine}, représentée par son maire, habilité par délibération du …………………, ci-après « la commune d'origine »,

et la commune {d'accueil}, représentée par son maire, habilité par délibération du …………………, ci-après « la commune d'accueil »,

#! Vu
Vu le code général de la fonction publique, notamment ses articles L. 512-6 à L. 512-15 ;

Vu le décret n° 2008-580 du 18 juin 2008 relatif au régime de la mise à disposition applicable aux collectivités territoriales et aux établissements publics administratifs locaux ;

Vu l'accord de {agent} ;

il est convenu ce qui suit.

# Objet et activités
La commune d'origine met à la disposition de la commune d'accueil, avec son accord, {agent}, grade : …………………………………, pour y exercer les fonctions de « {métier} » à : {lieu}.

Ces fonctions sont de même niveau que celles que l'agent exerce dans sa commune. Il n'est affecté à aucune autre tâche sans son accord.

# Durée
La mise à disposition porte sur {nombre de demi-journées}, {période}, aux dates et heures suivantes :

{{demi-journées}}

Soit {total} au total. Elle ne peut être prolongée que par un avenant, sans dépasser trois ans.

# Conditions de travail
L'agent reste dans son cadre d'emplois, dans la position d'activité. La commune d'origine continue de gérer sa carrière, de le rémunérer et d'exercer le pouvoir disciplinaire.

La commune d'accueil organise son travail, lui donne ses consignes, lui fournit le matériel et les équipements de protection, et veille à sa santé et à sa sécurité dans ses locaux. Elle respecte le repos de onze heures entre deux journées et la durée maximale du travail, tous employeurs confondus.

La durée de la mise à disposition étant inférieure à un mi-temps, les congés annuels et les congés de maladie relèvent de la commune d'origine. L'agent prévient les deux communes de tout empêchement avant sa prise de poste. Un accident survenu pendant le service ou le trajet est signalé aux deux communes le jour même.

La commune d'accueil rend compte à la commune d'origine de la manière de servir de l'agent, s'il y a lieu, par un écrit que l'agent peut commenter.

# Rémunération et remboursement
La commune d'origine verse à l'agent la rémunération de son grade. La commune d'accueil lui rembourse la rémunération et les charges sociales correspondant aux heures confirmées par les deux côtés dans le relevé mensuel de Beffroi, les frais de déplacement engagés à sa demande et, s'il y a lieu, les heures faites au-delà de celles prévues.

Le titre de recettes est émis d'après ce relevé, qui lui est joint. Il est payé dans les trente jours.

# Fin anticipée
La mise à disposition peut prendre fin avant son terme à la demande de l'agent, de la commune d'origine ou de la commune d'accueil, par un simple écrit adressé aux deux autres, avec un préavis de …… jours. Les demi-journées commencées sont dues. En cas de faute disciplinaire, il peut y être mis fin sans préavis par accord entre les deux communes.

Une demi-journée annulée dans Beffroi par l'une des parties avant qu'elle commence n'est pas due.

# Données personnelles
Les informations échangées se limitent à l'exécution de la convention : identité, grade, dates, heures, éléments de paie. Aucune ne porte sur la santé de l'agent ni sur le motif de l'absence remplacée.

# Différends
Les parties recherchent un accord amiable. À défaut, le tribunal administratif territorialement compétent est saisi.

-> Fait en trois exemplaires, à ……………………………, le …………………

|= Pour la commune d'origine, le maire |= Pour la commune d'accueil, le maire |= L'agent, pour accord |
| // // // | // // // | // // // |
`;
