"""La langue des traités et les résumés pour les promesses d'assistance."""

ASSISTANCE = {
    "clause.mutual_assistance": "assistance mutuelle",
    "clause.one_sided_assistance": "assistance unilatérale",
    "clause.guarantee": "garantie",
    "clause.offensive_cooperation": "coopération offensive",
    "clause.no_separate_peace": "pas de paix séparée",
    "clause.forces_commitment": "engagement de forces",
    "prose.one_of_parties": "l'une des Hautes Parties contractantes",
    "prose.any_power": "toute autre Puissance",
    "prose.other.party": "toute autre Partie",
    "prose.other.party.two": "l'autre Partie",
    "prose.other.power": "l'autre Puissance",
    "prose.other.powers": "chacune des autres Puissances",
    "prose.guarantor": "la Puissance garante",
    "prose.guarantors": "chacune des Puissances garantes",
    "prose.case.unprovoked_attack": "En cas d'attaque non provoquée[[ de la part {of_foe}]] contre {victim}",
    "prose.case.any_war": "En cas de guerre entre {victim} et {foe}",
    "prose.case.threat": "En cas de menace d'agression[[ de la part {of_foe}]] contre {victim}",
    "prose.case.indirect_aggression": (
        "Au cas où {victim} {victim:|serait|seraient} l'objet d'une attaque, ou {victim:|serait amenée|seraient amenées} à renoncer à "
        "l'indépendance ou à la neutralité sous la menace de la force[[ de la part {of_foe}]]"
    ),
    "prose.mode.automatic": "",
    "prose.mode.upon_recommendation": ", dès que l'organe international compétent l'aura recommandé,",
    "prose.mode.after_consultation": ", après consultation entre les Puissances intéressées,",
    "prose.at_once": " immédiatement",
    "prose.assistance": "{case}, {helper}{mode} {means}.",
    "prose.guarantee.each": "Chacune d'elles est tenue, que les autres agissent ou non.",
    "prose.guarantee.all": "Aucune d'elles n'est tenue d'agir si les autres n'agissent pas également.",
    "prose.guarantee.each.two": "Chacune d'elles est tenue, que l'autre agisse ou non.",
    "prose.guarantee.all.two": "Aucune d'elles n'est tenue d'agir si l'autre n'agit pas également.",
    "prose.guarantee.settled": "La présente garantie ne prendra effet qu'une fois réglée la question {of_stakes}.",
    "prose.guarantee.settled.many": "La présente garantie ne prendra effet qu'une fois réglées les questions {of_stakes}.",
    "gist.means.all_means": "s'entraident par tous les moyens",
    "gist.means.military": "s'entraident avec leurs forces armées",
    "gist.means.economic": "s'entraident sur le plan économique",
    "gist.means.diplomatic": "s'apportent un appui diplomatique",
    "gist.mode.automatic": " ; aucune recommandation n'est requise",
    "gist.mode.upon_recommendation": " ; seulement sur recommandation",
    "gist.mode.after_consultation": " ; après consultation",
    "gist.mode.as_each_judges": " ; selon le jugement de chacun",
    "gist.condition": " ; seulement si l'aide vient aussi {power:of}",
    "prose.any_third_power": "une tierce Puissance",
    "prose.assailant.a_party": "une autre des Hautes Parties contractantes",
    "prose.assailant.a_party.of": "d'une autre des Hautes Parties contractantes",
    "prose.assailant.a_third_power": "une tierce Puissance",
    "prose.assailant.a_third_power.of": "d'une tierce Puissance",
    "prose.case.attack_upon": "En cas d'attaque non provoquée contre {victim}",
    "prose.case.opens_war": "Au cas où {opener} {opener:|ouvrirait|ouvriraient} les hostilités contre {foe}",
    "prose.mode.as_each_judges": ", dans la mesure qui {helper:|lui|leur} paraîtra nécessaire,",
    "prose.means.all_means": (
        "{victim:|lui|leur} {helper:|prêtera|prêteront}{at_once} aide et assistance par tous les moyens en {helper:|son|leur} pouvoir"
    ),
    "prose.means.military": (
        "{helper:|se portera|se porteront}{at_once} à {victim:|son|leur} secours avec {helper:|ses|leurs} forces armées"
    ),
    "prose.means.economic": ("{victim:|lui|leur} {helper:|prêtera|prêteront}{at_once} une assistance économique et financière"),
    "prose.means.diplomatic": ("{victim:|lui|leur} {helper:|apportera|apporteront}{at_once} {helper:|son|leur} plein appui diplomatique"),
    "prose.forces": (
        "Cette assistance comprendra au moins {n} {n:|division|divisions}[[, {n:|engagée|engagées} dans {front}]]"
        "[[, dans un délai de {days} {days:|jour|jours}]]."
    ),
    "prose.conditions": "L'obligation prévue au présent article ne jouera que dans la mesure où {conditions}.",
    "prose.condition.further": "où {condition}",
    "prose.condition.assisted.attack": "une assistance sera prêtée par {power} à la Puissance attaquée",
    "prose.condition.assisted.threat": "une assistance sera prêtée par {power} à la Puissance menacée",
    "prose.condition.over.attack": "l'attaque sera dirigée contre {stakes}",
    "prose.condition.over.threat": "la menace sera dirigée contre {stakes}",
    "prose.condition.transit": "le passage sera accordé par {powers} aux forces de secours",
    "guaranteed.independence": "l'indépendance et l'intégrité territoriale {protected:of}",
    "guaranteed.frontiers": "les frontières {protected:of}[[ avec {neighbour}]]",
    "guaranteed.stake": "la possession {of_stakes} par {protected}",
    "prose.danger.unprovoked_attack": "toute agression non provoquée",
    "prose.danger.any_war": "toute attaque, quelle qu'en soit l'origine",
    "prose.danger.threat": "toute menace d'agression",
    "prose.danger.indirect_aggression": "toute agression, directe ou indirecte",
    "prose.guarantee.one": "{guarantors:^} {guarantors:|garantit|garantissent} {object} contre {danger}.",
    "prose.guarantee.several": "{guarantors:^} garantissent à titre individuel {object} contre {danger}.",
    "prose.guarantee.joint": "{guarantors:^} garantissent conjointement {object} contre {danger}.",
    "prose.no_separate_peace": (
        "{parties:^} s'engagent, dans toute guerre menée en commun[[ contre {foes}]], à ne conclure ni armistice ni paix, si ce n'est "
        "d'un commun accord."
    ),
    "prose.forces_commitment": (
        "{case}, {provider}{mode} {provider:|mettra|mettront} en ligne au moins {n} {n:|division|divisions}"
        "[[, {n:|engagée|engagées} dans {front}]][[, dans un délai de {days} {days:|jour|jours}]]."
    ),
    "gist.assistance": "{parties:^} {means} {terms}.",
    "gist.one_sided.all_means": "{helper:^} {helper:|aide|aident} {aided} par tous les moyens {terms}.",
    "gist.one_sided.military": "{helper:^} {helper:|aide|aident} {aided} avec {helper:|ses|leurs} forces armées {terms}.",
    "gist.one_sided.economic": "{helper:^} {helper:|aide|aident} {aided} sur le plan économique {terms}.",
    "gist.one_sided.diplomatic": "{helper:^} {helper:|apporte|apportent} {aided:to} un appui diplomatique {terms}.",
    "gist.with.all_means": "",
    "gist.with.military": " ; avec des forces armées",
    "gist.with.economic": " ; par une aide économique seulement",
    "gist.with.diplomatic": " ; par un appui diplomatique seulement",
    "gist.case.unprovoked_attack": "contre une attaque non provoquée[[ menée par {foe}]]",
    "gist.case.indirect_aggression": "contre une agression directe ou indirecte[[ de la part {of_foe}]]",
    "gist.case.any_war": "dans toute guerre[[ avec {foe}]]",
    "gist.case.threat": "en cas de menace[[ exercée par {foe}]]",
    "gist.over": " ; seulement si {stakes} {stakes:|est|sont} en cause",
    "gist.forces": " ; au moins {n} {n:|division|divisions}[[ sous {days} {days:|jour|jours}]][[, dans {front}]]",
    "gist.transit_needed": " ; seulement si le passage est accordé par {powers}",
    "gist.guarantee.one": "{guarantors:^} {guarantors:|garantit|garantissent} {object}{case}{terms}{means}{settled}.",
    "gist.guarantee.several": "{guarantors:^} garantissent {object}, isolément s'il le faut{case}{terms}{means}{settled}.",
    "gist.guarantee.joint": "{guarantors:^} garantissent {object}, ensemble seulement{case}{terms}{means}{settled}.",
    "gist.guarantee.settled": " ; pas avant le règlement {of_stakes}",
    "gist.offensive": "{parties:^} {means} dans toute guerre que l'une de ces puissances entreprend[[ contre {foe}]]{mode}.",
    "gist.no_separate_peace": "{parties:^} ne font la paix[[ avec {foes}]] qu'ensemble.",
    "gist.forces_commitment": (
        "{provider:^} {provider:|envoie|envoient} {beneficiary:to} au moins {n} {n:|division|divisions}[[ sous {days} {days:|jour|jours}]]"
        "[[, dans {front},]] {case}{mode}."
    ),
}
