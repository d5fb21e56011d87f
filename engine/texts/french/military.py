"""La langue des traités et les résumés pour le passage, les bases, les patrouilles et les armements."""

MILITARY = {
    "clause.transit": "droit de passage",
    "clause.bases": "bases",
    "clause.naval_patrol": "patrouille navale",
    "clause.arms_ceiling": "limitation d'armements",
    "clause.demilitarisation": "démilitarisation",
    "clause.arms_equality": "égalité des droits en matière d'armements",
    "prose.of_parties": "des Hautes Parties contractantes",
    "prose.to_parties": "aux Hautes Parties contractantes",
    "prose.other_parties": "les autres Hautes Parties contractantes",
    "prose.other_parties.two": "l'autre Haute Partie contractante",
    "prose.own_territory": "{power:|son|leur} territoire",
    "prose.on_own_territory": "sur {power:|son|leur} territoire",
    "prose.in_stakes": "dans {stakes}",
    "prose.upon_request": ", sur {power:|sa|leur} propre demande,",
    "prose.transit": (
        "{grantor:^}{request} {grantor:|autorisera|autoriseront} les forces armées {of_users} à traverser {where}"
        "[[, en vue d'opérations contre {foe}]][[, {when}]]."
    ),
    "prose.bases": (
        "{host:^} {host:|accorde|accordent} {user:to} le droit d'entretenir des forces armées {where}"
        "[[, à raison de {n} {n:|division|divisions} au plus en un même lieu]]."
    ),
    "prose.naval_patrol": (
        "La surveillance {zone:of}, en vue d'assurer la sécurité de la navigation, sera exercée par les forces navales {of_patrols}."
    ),
    "prose.arms_ceiling": "Les armements {of_limited} n'excéderont pas{each} {limit}.",
    "prose.arms_ceiling.forces": "Les forces armées {of_limited} n'excéderont pas{each} {limit}.",
    "prose.arms_each": ", pour chacune de ces Puissances,",
    "prose.arms_none": "Les armements {of_limited} ne comprendront aucun élément de la classe suivante : {arms}.",
    "prose.arms_share": "{n} pour cent de ceux {other:of} en {arms}",
    "prose.arms_share.forces": "{n} pour cent de celles {other:of} en {arms}",
    "prose.demilitarisation": (
        "Il est interdit {to_bound} d'entretenir ou de rassembler des forces armées dans {where}, à titre permanent ou temporaire, et d'y "
        "exécuter des manœuvres."
    ),
    "prose.arms_equality": "L'égalité des droits {power:of} en matière d'armements est reconnue par {recognisers}.",
    "arms.divisions": "{n} {n:|division|divisions}",
    "arms.effectives": "{n} {n:|homme|hommes} sous les drapeaux",
    "arms.tanks": "{n} {n:|char|chars} de combat",
    "arms.heavy_guns": "{n} {n:|pièce|pièces} d'artillerie lourde",
    "arms.aircraft": "{n} {n:|avion militaire|avions militaires}",
    "arms.capital_ships": "{n} {n:|bâtiment|bâtiments} de ligne",
    "arms.submarines": "{n} {n:|sous-marin|sous-marins}",
    "arms.tonnage": "{n} {n:|tonne|tonnes} de bâtiments de guerre",
    "matter.divisions": "divisions",
    "matter.effectives": "hommes sous les drapeaux",
    "matter.tanks": "chars de combat",
    "matter.heavy_guns": "artillerie lourde",
    "matter.aircraft": "avions militaires",
    "matter.capital_ships": "bâtiments de ligne",
    "matter.submarines": "sous-marins",
    "matter.tonnage": "tonnage de bâtiments de guerre",
    "matter.divisions_share": "part des divisions",
    "matter.effectives_share": "part des hommes sous les drapeaux",
    "matter.tanks_share": "part des chars de combat",
    "matter.heavy_guns_share": "part de l'artillerie lourde",
    "matter.aircraft_share": "part des avions militaires",
    "matter.capital_ships_share": "part des bâtiments de ligne",
    "matter.submarines_share": "part des sous-marins",
    "matter.tonnage_share": "part du tonnage de bâtiments de guerre",
    "matter.arms_equality": "l'égalité des droits en matière d'armements",
    "gist.other_parties": "les autres parties",
    "gist.other_parties.two": "l'autre partie",
    "gist.upon_request": ", seulement sur {power:|sa|leur} propre demande",
    "gist.transit": (
        "{grantor:^} {grantor:|laisse|laissent} passer les forces {of_users}[[ par {stakes}]][[ contre {foe}]][[, {when}]]{request}."
    ),
    "gist.bases": (
        "{host:^} {host:|laisse|laissent} {user} entretenir des forces {where}[[, au plus {n} {n:|division|divisions} en un même lieu]]."
    ),
    "gist.naval_patrol": "Les forces navales {of_patrols} patrouillent dans {zone}.",
    "gist.arms_ceiling": "{limited:^} {limited:|se limite|se limitent} à {limit}{each}.",
    "gist.arms_share": "{n} pour cent du niveau {other:of} en {arms}",
    "gist.arms_each": " par puissance",
    "gist.arms_none": "{limited:^} {limited:|renonce|renoncent} à cette classe d'armements : {arms}.",
    "gist.demilitarisation": "Les forces {of_bound} se tiennent hors {zone:of}.",
    "gist.arms_equality": "{recognisers:^} {recognisers:|reconnaît|reconnaissent} {power:to} l'égalité des droits en matière d'armements.",
}
