"""La langue des traités et les résumés pour les promesses d'assistance."""

ASSISTANCE = {
    "clause.mutual_assistance": "assistance mutuelle",
    "clause.one_sided_assistance": "assistance unilatérale",
    "clause.guarantee": "garantie",
    "clause.offensive_cooperation": "coopération offensive",
    "clause.no_separate_peace": "pas de paix séparée",
    "clause.forces_commitment": "engagement de forces",
    "prose.one_of_parties": "l'une des Hautes Parties contractantes",
    "prose.one_of_them": "l'une d'elles",
    "prose.one_of_these": "l'une de ces Puissances",
    "gist.one_of_these": "l'une de ces puissances",
    "prose.any_power": "une autre Puissance",
    "prose.another_power": "une autre Puissance",
    "gist.another_power": "une autre puissance",
    "prose.a_power": "Puissance",
    "gist.a_power": "puissance",
    "assailants.jointly.with": "{foe} agissant de concert avec {others}",
    "assailants.jointly.another": "{foe} agissant de concert avec {foe:~un autre|une autre}",
    "assailants.jointly.all": "{foe} agissant de concert",
    "assailants.jointly.among": "{foe} agissant de concert avec une autre de ces {power}s",
    "assailants.several": "plusieurs Puissances agissant de concert",
    "assailants.several.gist": "plusieurs puissances agissant de concert",
    "prose.other.party": "toute autre Partie",
    "prose.other.party.two": "l'autre Partie",
    "prose.other.power": "l'autre Puissance",
    "prose.other.powers": "chacune des autres Puissances",
    "prose.guarantor": "la Puissance garante",
    "prose.guarantors": "chacune des Puissances garantes",
    "prose.case.unprovoked_attack": "En cas d'attaque non provoquée contre {victim}[[ de la part {foe:of}]]",
    "prose.case.any_attack": "En cas d'attaque, quelle qu'en soit l'origine, menée contre {victim} par {foe}",
    "prose.case.any_war": (
        "En cas de guerre entre {victim} et {foe}, que la Puissance à secourir ait été attaquée ou qu'elle vienne en aide à une autre, sauf "
        "si elle a elle-même ouvert cette guerre"
    ),
    "prose.case.war": "En cas de guerre entre {victim} et {foe}",
    "prose.case.threat": "En cas de menace d'agression contre {victim}[[ de la part {foe:of}]]",
    "prose.case.indirect_aggression": (
        "Au cas où {victim} {victim:|serait|seraient} l'objet[[, de la part {foe:of},]] d'une attaque non provoquée, ou d'une menace "
        "de recours à la force qui {victim:|l'amènerait|les amènerait} à renoncer à {victim:|son|leur} indépendance ou à "
        "{victim:|sa|leur} neutralité"
    ),
    "prose.mode.automatic": "",
    "prose.mode.upon_recommendation": ", dès que l'organe international compétent l'aura recommandé,",
    "prose.mode.after_consultation": ", après consultation entre les Puissances intéressées,",
    "prose.at_once": " immédiatement",
    "prose.assistance": "{case}, {helper}{mode} {means}.",
    "prose.assistance.circle": "{parties:^}, {case:low}{mode}, {means}.",
    "prose.guarantee.each": "Chacune des Puissances garantes est tenue, que les autres agissent ou non.",
    "prose.guarantee.all": "Aucune des Puissances garantes n'est tenue d'agir si les autres n'agissent pas également.",
    "prose.guarantee.each.two": "Chacune des deux Puissances garantes est tenue, que l'autre agisse ou non.",
    "prose.guarantee.all.two": "Aucune des deux Puissances garantes n'est tenue d'agir si l'autre n'agit pas également.",
    "prose.guarantee.settled": "La présente garantie ne prendra effet qu'une fois réglée la question {of_stakes}.",
    "prose.guarantee.settled.many": "La présente garantie ne prendra effet qu'une fois réglées les questions {of_stakes}.",
    "gist.means.all_means": "s'entraident par tous les moyens",
    "gist.means.military": "s'entraident avec leurs forces armées",
    "gist.means.economic": "s'entraident sur le plan économique",
    "gist.means.diplomatic": "s'apportent un appui diplomatique",
    "gist.mode.automatic": " ; aucune recommandation n'est requise",
    "gist.mode.upon_recommendation": " ; sur recommandation seulement",
    "gist.mode.after_consultation": " ; après consultation",
    "gist.mode.as_each_judges": " ; selon le jugement de chaque partie",
    "gist.mode.as_each_judges.one": " ; selon {helper:|son|leur} propre jugement",
    "gist.condition": " ; seulement si l'aide vient aussi {power:of}",
    "prose.any_third_power": "une tierce Puissance",
    "prose.assailant.a_party": "une autre d'entre elles",
    "prose.assailant.a_party.named": "une autre des Hautes Parties contractantes",
    "prose.assailant.a_third_power": "une tierce Puissance",
    "gist.assailant.a_party": "une autre partie",
    "gist.assailant.a_third_power": "une tierce puissance",
    "prose.case.breach": "En cas de violation de ces engagements, et à la demande {victim:of}",
    "prose.case.attack_upon": "En cas d'attaque non provoquée contre {victim}",
    "prose.case.opens_war": "Au cas où {opener} {opener:|ouvrirait|ouvriraient} les hostilités contre {foe}",
    "prose.mode.as_each_judges": ", si le cas {helper:|lui|leur} paraît être survenu,",
    "prose.mode.as_each_judges.circle": ", si le cas paraît à chacune d'elles être survenu,",
    "prose.means.all_means": (
        "{victim:|lui|leur} {helper:|prêtera|prêteront}{at_once} aide et assistance par tous les moyens en {helper:|son|leur} pouvoir"
    ),
    "prose.means.military": (
        "{helper:|se portera|se porteront}{at_once} à {victim:|son|leur} secours avec {helper:|ses|leurs} forces armées"
    ),
    "prose.means.economic": ("{victim:|lui|leur} {helper:|prêtera|prêteront}{at_once} une assistance économique et financière"),
    "prose.means.diplomatic": ("{victim:|lui|leur} {helper:|apportera|apporteront}{at_once} {helper:|son|leur} plein appui diplomatique"),
    "prose.means.all_means.circle": "se prêteront{at_once} aide et assistance par tous les moyens en leur pouvoir",
    "prose.means.military.circle": "se porteront{at_once} mutuellement secours avec leurs forces armées",
    "prose.means.economic.circle": "se prêteront{at_once} une assistance économique et financière",
    "prose.means.diplomatic.circle": "s'apporteront{at_once} leur plein appui diplomatique",
    "prose.vital.any": (
        "Il en sera de même si {victim}, le jugeant vital, {victim:|oppose|opposent} {victim:|ses|leurs} forces armées à une attaque contre {stakes}"
        "[[ de la part {foe:of}]]."
    ),
    "prose.vital.unprovoked": (
        "Il en sera de même si {victim}, le jugeant vital, {victim:|oppose|opposent} {victim:|ses|leurs} forces armées à une attaque non provoquée contre {stakes}"
        "[[ de la part {foe:of}]]."
    ),
    "prose.forces": (
        "Cette assistance comprendra[[, dans un délai {days:of words} {days:|jour|jours},]] au moins {n:words f} "
        "{n:|division|divisions}[[, à employer {front:inside}]]."
    ),
    "prose.conditions": "L'obligation prévue au présent article ne jouera que dans la mesure où {conditions}.",
    "prose.condition.further": "où {condition}",
    "prose.condition.assisted.attack": "une assistance sera prêtée par {power} à la Puissance attaquée",
    "prose.condition.assisted.war": "une assistance sera prêtée par {power} dans la même guerre",
    "prose.condition.assisted.threat": "une assistance sera prêtée par {power} à la Puissance menacée",
    "prose.condition.over.attack": "l'attaque sera dirigée contre {stakes}",
    "prose.condition.over.war": "l'attaque sera dirigée contre {stakes}",
    "prose.condition.over.threat": "la menace sera dirigée contre {stakes}",
    "prose.condition.transit": "le passage sera accordé par {powers} aux forces de secours",
    "guaranteed.independence": "l'indépendance et l'intégrité territoriale {protected:of}",
    "guaranteed.frontiers": "les frontières {protected:of}",
    "guaranteed.frontier_with": "la frontière entre {protected} et {neighbour}",
    "guaranteed.observance": (
        "{protected:to} l'observation[[ par {foe}]] des engagements contractés à {protected:|son|leur} égard dans {text}"
    ),
    "guaranteed.observance.articles": (
        "{protected:to} l'observation[[ par {foe}]] des engagements contractés à {protected:|son|leur} égard {n:|à l'article|aux articles} "
        "{articles} {text:of}"
    ),
    "guaranteed.of_this": "le présent instrument",
    "guaranteed.of_that": "l'instrument intitulé {treaty}",
    "guaranteed.stake": "{protected:to} la possession {of_stakes}",
    "prose.danger.unprovoked_attack": "toute agression non provoquée",
    "prose.danger.any_attack": "toute attaque, quelle qu'en soit l'origine",
    "prose.danger.any_war": "les dangers de toute guerre, sauf celle que la Puissance garantie aurait elle-même ouverte",
    "prose.danger.threat": "toute menace d'agression",
    "prose.danger.indirect_aggression": "toute agression, directe ou indirecte",
    "prose.guarantee.one": "{guarantors:^} {guarantors:|garantit|garantissent} {object}[[ contre {danger}]].",
    "prose.guarantee.several": "{guarantors:^} garantissent individuellement {object}[[ contre {danger}]].",
    "prose.guarantee.joint": "{guarantors:^} garantissent conjointement {object}[[ contre {danger}]].",
    "prose.no_separate_peace": (
        "{parties:^} s'engagent, dans toute guerre menée en commun[[ contre {foes}]], à ne conclure ni armistice ni paix, si ce n'est "
        "d'un commun accord."
    ),
    "prose.forces_commitment": (
        "{case}, {provider}{mode} {provider:|mettra|mettront} en ligne[[, dans un délai {days:of words} {days:|jour|jours},]] au moins "
        "{n:words f} {n:|division|divisions}[[, à employer {front:inside}]]."
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
    "gist.case.unprovoked_attack": "en cas d'attaque non provoquée[[ de la part {foe:of}]]",
    "gist.case.indirect_aggression": "en cas d'agression directe ou indirecte[[ de la part {foe:of}]]",
    "gist.case.any_attack": "en cas d'attaque[[ de la part {foe:of}]], quelle qu'en soit l'origine",
    "gist.case.any_war": "dans toute guerre[[ avec {foe}]], sauf celle qu'ouvrirait la puissance à secourir",
    "gist.case.war": "dans toute guerre[[ avec {foe}]]",
    "gist.case.breach": ", sur appel",
    "gist.case.threat": "en cas de menace[[ de la part {foe:of}]]",
    "gist.vital": " ; aussi en cas d'attaque contre {stakes}, si la puissance à secourir y résiste par les armes",
    "gist.over": " ; seulement si {stakes} {stakes:|est|sont} en cause",
    "gist.forces": " ; au moins {n} {n:|division|divisions}[[ sous {days} {days:|jour|jours}]][[, {front:inside}]]",
    "gist.transit_needed": " ; seulement si le passage est accordé par {powers}",
    "gist.guarantee.one": "{guarantors:^} {guarantors:|garantit|garantissent} {object}{case}{terms}{means}{settled}.",
    "gist.guarantee.several": "{guarantors:^} garantissent {object}, au besoin isolément{case}{terms}{means}{settled}.",
    "gist.guarantee.joint": "{guarantors:^} garantissent {object}, de concert seulement{case}{terms}{means}{settled}.",
    "gist.guarantee.joint.two": "{guarantors:^} garantissent {object}, de concert seulement{case}{terms}{means}{settled}.",
    "gist.guarantee.settled": " ; pas avant le règlement de la question {of_stakes}",
    "gist.guarantee.settled.many": " ; pas avant le règlement des questions {of_stakes}",
    "gist.offensive": "{parties:^} {means} dans toute guerre que {one} entreprend[[ contre {foe}]]{mode}.",
    "gist.no_separate_peace": "{parties:^} ne font la paix[[ avec {foes}]] que d'un commun accord.",
    "gist.forces_commitment": (
        "{provider:^} {provider:|envoie|envoient} {beneficiary:to} au moins {n} {n:|division|divisions}[[ sous {days} {days:|jour|jours}]]"
        "[[, {front:inside},]] {case}{mode}."
    ),
}
