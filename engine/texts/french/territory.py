"""Les articles sur le territoire : reconnaissance, frontières, plébiscites, sphères d'intérêts, voies d'eau."""

TERRITORY = {
    "prose.recognition.frontiers": (
        "{parties:^} {parties:|reconnaît|reconnaissent} comme définitives les frontières actuelles {whom:of}. Cette Puissance ne "
        "pourra toutefois s'en prévaloir dans une guerre qu'elle aurait elle-même ouverte."
    ),
    "prose.recognition.sovereignty": "{parties:^} {parties:|reconnaît|reconnaissent} la souveraineté {whom:of} sur {stakes}.",
    "prose.recognition.independence": (
        "{parties:^} {parties:|reconnaît|reconnaissent} l'indépendance et la souveraineté {whom:of}. Cette Puissance ne pourra "
        "toutefois s'en prévaloir dans une guerre qu'elle aurait elle-même ouverte."
    ),
    "prose.recognition.neutrality": (
        "{parties:^} {parties:|reconnaît|reconnaissent} la neutralité perpétuelle {whom:of} et {parties:|s'engage|s'engagent} à la "
        "respecter. Cette Puissance ne pourra toutefois s'en prévaloir dans une guerre qu'elle aurait elle-même ouverte."
    ),
    "prose.recognition.government": (
        "{parties:^} {parties:|reconnaît|reconnaissent} de jure le Gouvernement actuel {whom:of} et "
        "{parties:|entretiendra|entretiendront} avec lui des relations diplomatiques.[[ Il ne sera accordé ni reconnaissance ni "
        "aide {rivals:to}.]] Les relations diplomatiques pourront toutefois être rompues avec une Puissance qui aurait elle-même "
        "recouru à la guerre."
    ),
    "gist.recognition.frontiers": "{parties:^} {parties:|reconnaît|reconnaissent} les frontières {whom:of}.",
    "gist.recognition.sovereignty": (
        "{parties:^} {parties:|reconnaît|reconnaissent} que {stakes} {stakes:|appartient|appartiennent} {whom:to}."
    ),
    "gist.recognition.independence": "{parties:^} {parties:|reconnaît|reconnaissent} l'indépendance {whom:of}.",
    "gist.recognition.neutrality": ("{parties:^} {parties:|reconnaît et respecte|reconnaissent et respectent} la neutralité {whom:of}."),
    "gist.recognition.government": "{parties:^} {parties:|reconnaît|reconnaissent} le Gouvernement {whom:of}[[, à l'exclusion {rivals:of}]].",
    "prose.inviolability": (
        "{parties:^} tiennent leurs frontières respectives pour inviolables et s'engagent à ne pas les franchir par la force ni à "
        "en exiger la modification sous la menace de la force. Cet engagement cessera toutefois d'être obligatoire à l'égard d'une "
        "Puissance qui aurait elle-même recouru à la guerre."
    ),
    "prose.inviolability.whose": (
        "{parties:^} tiennent pour inviolables les frontières {whose:of} et s'engagent à ne pas les franchir par la force ni à en "
        "exiger la modification sous la menace de la force. Cet engagement cessera toutefois d'être obligatoire à l'égard d'une "
        "Puissance qui aurait elle-même recouru à la guerre."
    ),
    "gist.inviolability": "{parties:^} tiennent leurs frontières respectives pour inviolables.",
    "gist.inviolability.whose": "{parties:^} tiennent pour inviolables les frontières {whose:of}.",
    "prose.plebiscite": (
        "Au plus tard le {date}, {holder} {holder:|organisera|organiseront} {stakes:inside} un plébiscite par lequel les habitants feront "
        "connaître, au scrutin libre et secret, à quel État ils désirent être rattachés. Les Parties en respecteront le résultat."
    ),
    "prose.plebiscite.between": (
        "Au plus tard le {date}, {holder} {holder:|organisera|organiseront} {stakes:inside} un plébiscite par lequel les habitants feront "
        "connaître, au scrutin libre et secret, s'ils désirent être rattachés {claimants}. Les Parties en respecteront le résultat."
    ),
    "gist.plebiscite": (
        "{holder:^} {holder:|laisse|laissent} les habitants {stakes:of} décider par un vote de leur rattachement, au plus tard le {date}."
    ),
    "gist.plebiscite.between": (
        "{holder:^} {holder:|laisse|laissent} les habitants {stakes:of} voter, au plus tard le {date}, sur leur rattachement {claimants}."
    ),
    "prose.sphere_of_interest": (
        "{territories:^} {territories:|relève|relèvent} de la sphère d'intérêts {whose:of}. {others:^} s'abstiendra d'y envoyer des "
        "forces armées et de s'ingérer dans {territories:|ses|leurs} affaires."
    ),
    "prose.sphere_of_interest.territory": (
        "{territories:^} {territories:|relève|relèvent} de la sphère d'intérêts {whose:of}. {others:^} s'abstiendra d'y envoyer des "
        "forces armées."
    ),
    "gist.sphere_of_interest": "{territories:^} {territories:|relève|relèvent} de la seule sphère d'intérêts {whose:of}.",
    "prose.waterway.free": (
        "La navigation {waterway:inside} est libre, en temps de guerre comme en temps de paix, pour les navires de commerce et de guerre de "
        "tous les pavillons. {keeper:^} {keeper:|n'en fermera|n'en fermeront} pas le passage, et aucune Partie n'y "
        "établira de blocus ni ne {waterway:|l'occupera|les occupera}."
    ),
    "prose.waterway.merchant": (
        "La navigation {waterway:inside} est libre en tout temps pour les navires de commerce de tous les pavillons ; {keeper} ne "
        "{keeper:|leur en fermera|leur en fermeront} pas le passage. Les navires de guerre {of_others} n'y passeront qu'avec "
        "l'assentiment {keeper:of}, et aucune Partie n'y établira de blocus ni ne {waterway:|l'occupera|les occupera}."
    ),
    "prose.waterway.closed_in_war": (
        "Dans toute guerre où {keeper} {keeper:|est neutre|sont neutres}, aucun navire de guerre d'une Puissance belligérante ne traversera "
        "{waterway} ; {keeper} {keeper:|y veillera|y veilleront}."
    ),
    "gist.waterway.free": (
        "{waterway:^} {waterway:|reste accessible|restent accessibles} à tous les navires ; {keeper} {keeper:|n'en ferme|n'en ferment} pas "
        "le passage."
    ),
    "gist.waterway.merchant": (
        "{waterway:^} {waterway:|reste accessible|restent accessibles} aux navires de commerce ; les navires de guerre ne passent qu'avec "
        "l'assentiment {keeper:of}."
    ),
    "gist.waterway.closed_in_war": (
        "Tant que dure {keeper:|sa|leur} neutralité, {keeper} {keeper:|interdit|interdisent} {waterway} aux navires de guerre des "
        "belligérants."
    ),
    "matter.frontiers": "les frontières",
    "matter.sovereignty": "la souveraineté",
    "matter.independence": "l'indépendance",
    "matter.neutrality": "la neutralité",
    "matter.government": "le Gouvernement",
}
