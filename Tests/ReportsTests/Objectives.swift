import Survey

/// The 23 objectives of the Global Compact, as the form lists them.
let objectives: [(code: String, label: LocalizedText)] = [
  (
    "objective_1",
    text(
      "Collect and utilize accurate and disaggregated data as a basis for evidence-based policies",
      fr: "Collecter et utiliser des données précises et ventilées pour fonder les politiques sur des faits")
  ),
  (
    "objective_2",
    text(
      "Minimize the adverse drivers and structural factors that compel people to leave their country of origin",
      fr:
        "Réduire le plus possible les facteurs négatifs et les problèmes structurels qui poussent des personnes à quitter leur pays d'origine"
    )
  ),
  (
    "objective_3",
    text(
      "Provide accurate and timely information at all stages of migration",
      fr: "Fournir en temps utile des informations exactes à toutes les étapes de la migration")
  ),
  (
    "objective_4",
    text(
      "Ensure that all migrants have proof of legal identity and adequate documentation",
      fr:
        "Faire en sorte que tous les migrants aient une preuve de leur identité juridique et des papiers adéquats"
    )
  ),
  (
    "objective_5",
    text(
      "Enhance availability and flexibility of pathways for regular migration",
      fr: "Rendre les filières de migration régulière plus accessibles et plus souples")
  ),
  (
    "objective_6",
    text(
      "Facilitate fair and ethical recruitment and safeguard conditions that ensure decent work",
      fr: "Favoriser un recrutement juste et éthique et préserver les conditions d'un travail décent")
  ),
  (
    "objective_7",
    text(
      "Address and reduce vulnerabilities in migration",
      fr: "S'attaquer aux facteurs de vulnérabilité liés aux migrations et les réduire")
  ),
  (
    "objective_8",
    text(
      "Save lives and establish coordinated international efforts on missing migrants",
      fr:
        "Sauver des vies et mettre en place une action internationale coordonnée au sujet des migrants disparus"
    )
  ),
  (
    "objective_9",
    text(
      "Strengthen the transnational response to smuggling of migrants",
      fr: "Renforcer l'action transnationale face au trafic de migrants")
  ),
  (
    "objective_10",
    text(
      "Prevent, combat and eradicate trafficking in persons in the context of international migration",
      fr:
        "Prévenir, combattre et éliminer la traite des personnes dans le cadre des migrations internationales"
    )
  ),
  (
    "objective_11",
    text(
      "Manage borders in an integrated, secure and coordinated manner",
      fr: "Gérer les frontières de manière intégrée, sûre et coordonnée")
  ),
  (
    "objective_12",
    text(
      "Strengthen certainty and predictability in migration procedures for appropriate screening, assessment and referral",
      fr:
        "Rendre les procédures migratoires plus fiables et plus prévisibles pour assurer un contrôle, une évaluation et une orientation appropriés"
    )
  ),
  (
    "objective_13",
    text(
      "Use migration detention only as a measure of last resort and work towards alternatives",
      fr:
        "Ne recourir à la rétention des migrants qu'en dernier ressort et rechercher des solutions de rechange"
    )
  ),
  (
    "objective_14",
    text(
      "Enhance consular protection, assistance and cooperation throughout the migration cycle",
      fr:
        "Renforcer la protection, l'assistance et la coopération consulaires tout au long du cycle migratoire"
    )
  ),
  (
    "objective_15",
    text(
      "Provide access to basic services for migrants",
      fr: "Assurer l'accès des migrants aux services de base")
  ),
  (
    "objective_16",
    text(
      "Empower migrants and societies to realize full inclusion and social cohesion",
      fr: "Donner aux migrants et aux sociétés les moyens d'une pleine inclusion et de la cohésion sociale")
  ),
  (
    "objective_17",
    text(
      "Eliminate all forms of discrimination and promote evidence-based public discourse to shape perceptions of migration",
      fr:
        "Éliminer toutes les formes de discrimination et promouvoir un débat public fondé sur des faits afin de faire évoluer la manière dont les migrations sont perçues"
    )
  ),
  (
    "objective_18",
    text(
      "Invest in skills development and facilitate mutual recognition of skills, qualifications and competences",
      fr:
        "Investir dans le développement des compétences et faciliter la reconnaissance mutuelle des aptitudes, qualifications et compétences"
    )
  ),
  (
    "objective_19",
    text(
      "Create conditions for migrants and diasporas to fully contribute to sustainable development in all countries",
      fr:
        "Créer les conditions permettant aux migrants et aux diasporas de contribuer pleinement au développement durable dans tous les pays"
    )
  ),
  (
    "objective_20",
    text(
      "Promote faster, safer and cheaper transfer of remittances and foster financial inclusion of migrants",
      fr:
        "Rendre les envois de fonds plus rapides, plus sûrs et moins coûteux et favoriser l'inclusion financière des migrants"
    )
  ),
  (
    "objective_21",
    text(
      "Cooperate in facilitating safe and dignified return and readmission, as well as sustainable reintegration",
      fr:
        "Coopérer pour faciliter le retour et la réadmission en toute sécurité et dignité, ainsi qu'une réintégration durable"
    )
  ),
  (
    "objective_22",
    text(
      "Establish mechanisms for the portability of social security entitlements and earned benefits",
      fr:
        "Mettre en place des mécanismes de portabilité des droits de sécurité sociale et des avantages acquis"
    )
  ),
  (
    "objective_23",
    text(
      "Strengthen international cooperation and global partnerships for safe, orderly and regular migration",
      fr:
        "Renforcer la coopération internationale et les partenariats mondiaux pour des migrations sûres, ordonnées et régulières"
    )
  ),
]
