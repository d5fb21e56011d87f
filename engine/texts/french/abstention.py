"""La langue des traités et les résumés pour l'abstention et la consultation."""

ABSTENTION = {
    "clause.non_aggression": "non-agression",
    "clause.neutrality": "neutralité",
    "clause.no_aid_to_aggressor": "refus d'aide à l'agresseur",
    "clause.no_hostile_combination": "refus de toute combinaison hostile",
    "clause.non_interference": "non-ingérence",
    "clause.non_intervention": "non-intervention",
    "clause.consultation": "consultation",
    "clause.staff_talks": "conversations d'états-majors",
    "clause.notification": "notification",
    "prose.non_aggression": (
        "{parties:^} s'engagent à s'abstenir, dans leurs relations mutuelles, de toute attaque ou invasion et de tout recours à la guerre."
    ),
    "prose.consultation.threat": (
        "{parties:^} se consulteront sans délai, en cas de menace d'agression contre {victim}[[ de la part {foe:of}]], sur les "
        "mesures à prendre."
    ),
    "prose.consultation.unprovoked_attack": (
        "{parties:^} se consulteront sans délai, en cas d'attaque non provoquée contre {victim}[[ de la part {foe:of}]], sur les mesures à "
        "prendre."
    ),
    "prose.consultation.indirect_aggression": (
        "{parties:^} se consulteront sans délai sur les mesures à prendre, au cas où {victim} {victim:|serait|seraient} l'objet[[, "
        "de la part {foe:of},]] d'une attaque, ou d'une menace de recours à la force qui {victim:|l'amènerait|les amènerait} à "
        "renoncer à {victim:|son|leur} indépendance ou à {victim:|sa|leur} neutralité."
    ),
    "prose.consultation.any_attack": (
        "{parties:^} se consulteront sans délai, en cas d'attaque contre {victim}[[ de la part {foe:of}]], quelle qu'en soit l'origine, sur "
        "les mesures à prendre."
    ),
    "prose.consultation.any_war": (
        "{parties:^} se consulteront sans délai, au cas où la guerre viendrait à éclater, sur les mesures à prendre."
    ),
    "prose.consultation.any_war.named": (
        "Au cas où {victim} se {victim:|trouverait|trouveraient} en guerre[[ avec {foe}]], {parties} se consulteront sans délai sur les "
        "mesures à prendre."
    ),
    "prose.consultation.always": (
        "{parties:^} resteront en contact afin de se consulter sur toutes les questions d'intérêt commun"
        "[[ qui touchent à leurs relations avec {with_foes}]]."
    ),
    "prose.consultation.over": "Le présent article ne s'appliquera que si le danger touche {stakes}.",
    "prose.consultation.over.always": "Le présent article ne s'appliquera qu'aux questions qui touchent {stakes}.",
    "gist.consultation.threat": "{parties:^} se consultent en cas de menace d'agression contre {victim}[[ de la part {foe:of}]]{over}.",
    "gist.consultation.unprovoked_attack": (
        "{parties:^} se consultent en cas d'attaque non provoquée contre {victim}[[ de la part {foe:of}]]{over}."
    ),
    "gist.consultation.indirect_aggression": (
        "{parties:^} se consultent en cas d'agression directe ou indirecte contre {victim}[[ de la part {foe:of}]]{over}."
    ),
    "gist.consultation.any_attack": (
        "{parties:^} se consultent en cas d'attaque contre {victim}[[ de la part {foe:of}]], quelle qu'en soit l'origine{over}."
    ),
    "gist.consultation.any_war": "{parties:^} se consultent en cas de guerre{over}.",
    "gist.consultation.any_war.named": "{parties:^} se consultent quand {victim} {victim:|est|sont} en guerre[[ avec {foe}]]{over}.",
    "gist.consultation.always": "{parties:^} se consultent en tout temps sur leurs intérêts communs[[ dans leurs relations avec {with_foes}]]{over}.",
    "gist.consultation.over": " ; seulement si le danger touche {stakes}",
    "gist.consultation.over.always": " ; seulement sur les questions qui touchent {stakes}",
    "prose.non_aggression.threats": "Cet engagement s'étend à la menace d'un recours à la force.",
    "prose.unless_aggressor": (
        "Le présent engagement cessera toutefois d'être obligatoire à l'égard de celle d'entre elles qui aurait recouru à la guerre."
    ),
    "prose.even_if_aggressor": (
        "Le présent engagement demeurera obligatoire même à l'égard de celle d'entre elles qui aurait recouru à la guerre."
    ),
    "prose.another_party": "toute autre Haute Partie contractante",
    "prose.another_party.two": "l'autre Partie",
    "prose.another_party.case": "une autre Haute Partie contractante",
    "prose.another_party.case.two": "l'autre Partie",
    "gist.another_party": "toute autre partie",
    "gist.another_party.two": "l'autre partie",
    "gist.another_party.case": "une autre partie",
    "gist.another_party.case.two": "l'autre partie",
    "prose.non_aggression.owed": (
        "{debtors:^} {debtors:|s'engage|s'engagent} à s'abstenir, à l'égard {creditors:of}, de toute attaque ou invasion et de tout recours à "
        "la guerre."
    ),
    "prose.unless_aggressor.named": (
        "Le présent engagement cessera toutefois d'être obligatoire à l'égard d'une Puissance qui aurait elle-même recouru à la guerre."
    ),
    "prose.even_if_aggressor.named": (
        "Le présent engagement demeurera obligatoire même à l'égard d'une Puissance qui aurait elle-même recouru à la guerre."
    ),
    "prose.neutrality.owed.always": (
        "{debtors:^} {debtors:|s'engage|s'engagent}, au cas où {creditors} se {creditors:|trouverait|trouveraient} en guerre avec {foe}, à "
        "observer la neutralité pendant toute la durée du conflit, quel que soit l'agresseur."
    ),
    "prose.neutrality.owed.if_attacked": (
        "{debtors:^} {debtors:|s'engage|s'engagent}, en cas d'attaque non provoquée contre {creditors} de la part {foe:of}, à observer la "
        "neutralité pendant toute la durée du conflit."
    ),
    "prose.neutrality.always": (
        "{parties:^} s'engagent réciproquement, au cas où {one} se trouverait en guerre avec {foe}, à "
        "observer la neutralité pendant toute la durée du conflit, quel que soit l'agresseur."
    ),
    "prose.neutrality.if_attacked": (
        "{parties:^} s'engagent réciproquement, au cas où {one} serait attaquée sans provocation par {foe}, "
        "à observer la neutralité pendant toute la durée du conflit."
    ),
    "prose.no_aid": (
        "{parties:^} s'engagent, en cas d'attaque non provoquée contre {one}[[ de la part {foe:of}]], à refuser à "
        "l'agresseur toute aide ou assistance, directe ou indirecte{trade}."
    ),
    "prose.no_aid.trade": ", ainsi que toute fourniture et tout crédit",
    "prose.no_combination": (
        "{parties:^} s'engagent à n'entrer dans aucune alliance ni dans aucun groupement de Puissances qui soit dirigé, directement ou "
        "indirectement, contre {one}."
    ),
    "prose.non_interference": (
        "{parties:^} s'abstiendront réciproquement de toute ingérence dans leurs affaires intérieures, ainsi que de toute agitation, "
        "propagande ou intervention visant leur régime politique ou social."
    ),
    "prose.non_intervention": (
        "{parties:^} s'abstiendront d'intervenir dans le conflit {country:in} par l'envoi vers ce pays, depuis leur territoire, "
        "{of_things}."
    ),
    "prose.sending.funds": "de fonds",
    "prose.sending.arms": "d'armes et de matériel de guerre",
    "prose.sending.volunteers": "de volontaires",
    "prose.staff_talks": (
        "Les états-majors {of_parties} se concerteront {when} sur les mesures propres à assurer l'exécution des engagements de leurs "
        "Gouvernements."
    ),
    "prose.staff_talks.case": (
        "Les états-majors {of_parties} se concerteront, {when}, sur les mesures propres à assurer l'exécution des engagements "
        "de leurs Gouvernements."
    ),
    "staff_talks.on.unprovoked_attack": "en cas d'attaque non provoquée contre {one}",
    "staff_talks.on.any_attack": "en cas d'attaque contre {one}, quelle qu'en soit l'origine",
    "staff_talks.on.any_war": "au cas où {one} serait en guerre",
    "staff_talks.on.threat": "au cas où {one} serait menacée d'une agression",
    "staff_talks.on.indirect_aggression": "en cas d'agression directe ou indirecte contre {one}",
    "prose.one_of_the_powers": "l'une de ces Puissances",
    "gist.one_of_the_powers": "l'une de ces puissances",
    "when.not_later": "au plus tard le {date}",
    "when.regularly": "à intervalles réguliers",
    "whenever.unprovoked_attack": "en cas d'attaque non provoquée",
    "whenever.any_attack": "en cas d'attaque, quelle qu'en soit l'origine",
    "whenever.any_war": "en cas de guerre",
    "whenever.threat": "en cas de menace d'agression",
    "whenever.indirect_aggression": "en cas d'agression directe ou indirecte",
    "prose.notification": "{parties:^} se notifieront {what}[[, au moins {days:words} {days:|jour|jours} à l'avance]].",
    "prose.notice.manoeuvres": "leurs manœuvres militaires",
    "prose.notice.mobilisation": "toute mesure de mobilisation",
    "prose.notice.treaties": "la conclusion de tout traité avec d'autres Puissances",
    "gist.of_parties": "des parties",
    "gist.non_aggression": "{parties:^} renoncent à la force dans leurs relations mutuelles{even}.",
    "gist.non_aggression.threats": "{parties:^} renoncent à la force et à la menace dans leurs relations mutuelles{even}.",
    "gist.even_if_aggressor": ", même envers un agresseur",
    "gist.non_aggression.owed": "{debtors:^} {debtors:|renonce|renoncent} à la force à l'égard {creditors:of}{even}.",
    "gist.non_aggression.threats.owed": (
        "{debtors:^} {debtors:|renonce|renoncent} à la force et à la menace à l'égard {creditors:of}{even}."
    ),
    "gist.neutrality.owed.always": (
        "{debtors:^} {debtors:|reste|restent} à l'écart des guerres {creditors:of}[[ avec {foe}]], quel que soit l'agresseur."
    ),
    "gist.neutrality.owed.if_attacked": (
        "{debtors:^} {debtors:|reste neutre|restent neutres} en cas d'attaque non provoquée contre {creditors}[[ de la part {foe:of}]]."
    ),
    "gist.neutrality.always": "{parties:^} restent neutres si {one} est en guerre[[ avec {foe}]], quel que soit l'agresseur.",
    "gist.neutrality.if_attacked": "{parties:^} restent neutres si {one} est attaquée sans provocation[[ par {foe}]].",
    "gist.no_aid": "{parties:^} refusent toute aide{trade} à qui attaque {one} sans provocation.",
    "gist.no_aid.foe": (
        "{parties:^}, en cas d'attaque non provoquée contre {one} de la part {foe:of}, refusent à l'agresseur toute aide{trade}."
    ),
    "gist.no_aid.trade": " et toute fourniture",
    "gist.no_combination": "{parties:^} n'entrent dans aucune alliance dirigée contre {one}.",
    "gist.non_interference": "{parties:^} s'abstiennent réciproquement de toute ingérence dans leurs affaires intérieures.",
    "gist.non_intervention": "{parties:^} interdisent tout envoi {things} {country:to}.",
    "gist.sending.funds": "de fonds",
    "gist.sending.arms": "d'armes",
    "gist.sending.volunteers": "de volontaires",
    "gist.staff_talks": "Les états-majors {of_parties} se concertent {when}.",
    "gist.notification": "{parties:^} se donnent connaissance {what}[[, au moins {days} {days:|jour|jours} à l'avance]].",
    "gist.notice.manoeuvres": "de leurs manœuvres",
    "gist.notice.mobilisation": "de leurs mesures de mobilisation",
    "gist.notice.treaties": "de leurs traités avec d'autres puissances",
    "matter.manoeuvres": "toute manœuvre militaire",
    "matter.mobilisation": "toute mesure de mobilisation",
    "matter.treaties": "tout traité conclu",
}
