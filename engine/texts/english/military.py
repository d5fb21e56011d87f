"""Treaty prose and gists of passage, bases, patrols and armaments."""

MILITARY = {
    "clause.transit": "right of transit",
    "clause.bases": "bases",
    "clause.naval_patrol": "naval patrol",
    "clause.arms_ceiling": "ceiling on arms",
    "clause.demilitarisation": "demilitarisation",
    "clause.arms_equality": "equality of rights in arms",
    "prose.of_parties": "of the High Contracting Parties",
    "prose.to_parties": "to the High Contracting Parties",
    "prose.other_parties": "the other High Contracting Parties",
    "prose.own_territory": "{power:|its|its} territory",
    "prose.on_own_territory": "on {power:|its|its} territory",
    "prose.in_stakes": "in {stakes}",
    "prose.upon_request": ", upon {power:|its|its} own request,",
    "prose.transit": (
        "{grantor:^}{request} shall allow the armed forces {of_users} to pass through {where}[[, for operations against {foe}]][[, {when}]]."
    ),
    "prose.bases": (
        "{host:^} grants {user:to} the right to maintain armed forces {where}[[, not exceeding {n} {n:|division|divisions} in any one place]]."
    ),
    "prose.naval_patrol": (
        "The surveillance {zone:of}, with a view to the safety of navigation, shall be carried out by the naval forces {of_patrols}."
    ),
    "prose.arms_ceiling": "The armaments {of_limited} shall not exceed{each} {limit}.",
    "prose.arms_each": ", for each of these Powers,",
    "prose.arms_none": "The armaments {of_limited} shall comprise none of the following class: {arms}.",
    "prose.arms_share": "{n} per cent of those {other:of} in {arms}",
    "prose.demilitarisation": (
        "It is forbidden {to_bound} to maintain or to assemble armed forces in {where}, whether permanently or temporarily, or to carry "
        "out manoeuvres there."
    ),
    "prose.arms_equality": "The equality of rights {power:of} in the matter of armaments is recognised by {recognisers}.",
    "arms.divisions": "{n} {n:|division|divisions}",
    "arms.effectives": "{n} {n:|man|men} under arms",
    "arms.tanks": "{n} {n:|tank|tanks}",
    "arms.heavy_guns": "{n} heavy {n:|gun|guns}",
    "arms.aircraft": "{n} military aircraft",
    "arms.capital_ships": "{n} capital {n:|ship|ships}",
    "arms.submarines": "{n} {n:|submarine|submarines}",
    "arms.tonnage": "{n} {n:|ton|tons} of warships",
    "matter.divisions": "divisions",
    "matter.effectives": "men under arms",
    "matter.tanks": "tanks",
    "matter.heavy_guns": "heavy guns",
    "matter.aircraft": "military aircraft",
    "matter.capital_ships": "capital ships",
    "matter.submarines": "submarines",
    "matter.tonnage": "tonnage of warships",
    "matter.divisions_share": "the share of divisions",
    "matter.effectives_share": "the share of men under arms",
    "matter.tanks_share": "the share of tanks",
    "matter.heavy_guns_share": "the share of heavy guns",
    "matter.aircraft_share": "the share of military aircraft",
    "matter.capital_ships_share": "the share of capital ships",
    "matter.submarines_share": "the share of submarines",
    "matter.tonnage_share": "the share of tonnage of warships",
    "matter.arms_equality": "the equality of rights in armaments",
    "gist.other_parties": "the other parties",
    "gist.upon_request": ", when it asks for it",
    "gist.transit": "{grantor:^} lets the forces {of_users} pass[[ through {stakes}]][[ against {foe}]][[, {when}]]{request}.",
    "gist.bases": "{host:^} lets {user} keep forces {where}[[, at most {n} {n:|division|divisions} in one place]].",
    "gist.naval_patrol": "The navies {of_patrols} patrol {zone}.",
    "gist.arms_ceiling": "The arms {of_limited}: at most {limit}.",
    "gist.arms_none": "The arms {of_limited}: no {arms}.",
    "gist.demilitarisation": "The forces {of_bound} keep out of {where}.",
    "gist.arms_equality": "{recognisers:^} recognise that {power} may arm on an equal footing.",
}
