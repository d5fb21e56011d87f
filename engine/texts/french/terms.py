"""Les termes du jeu : phases, degrés, stades, attitudes, votes, exigences, motifs."""

TERMS = {
    "phase.talks": "Pourparlers",
    "phase.session": "Séance",
    "phase.orders": "Ordres",
    "phase.crisis": "Crise",
    "phase.over": "Fin",
    "readiness.peace": "pied de paix",
    "readiness.precautionary": "mesures de précaution",
    "readiness.partial": "mobilisation partielle",
    "readiness.general": "mobilisation générale",
    "readiness.peace.ordered": "le pied de paix",
    "readiness.precautionary.ordered": "les mesures de précaution",
    "readiness.partial.ordered": "la mobilisation partielle",
    "readiness.general.ordered": "la mobilisation générale",
    "stance.with_target": "aux côtés de la puissance attaquée",
    "stance.with_mover": "aux côtés de l'attaquant",
    "stance.neutral": "neutralité",
    "stance.mediate": "médiation",
    "stance.confer": "appel à une conférence",
    "office.ambassador": "ambassadeur",
    "office.chancellor": "chancelier",
    "office.chief_of_staff": "chef d'état-major",
    "office.commander_in_chief": "commandant en chef",
    "office.defence_minister": "ministre de la Défense",
    "office.delegate": "délégué",
    "office.finance_minister": "ministre des Finances",
    "office.foreign_minister": "ministre des Affaires étrangères",
    "office.foreign_secretary": "ministre des Affaires étrangères",
    "office.head_of_government": "chef du gouvernement",
    "office.head_of_state": "chef de l'État",
    "office.minister": "ministre",
    "office.observer": "observateur",
    "office.permanent_representative": "représentant permanent",
    "office.premier": "chef du gouvernement",
    "office.president": "président",
    "office.president_of_the_council": "président du Conseil",
    "office.press_attache": "attaché de presse",
    "office.prime_minister": "premier ministre",
    "office.secretary_general": "secrétaire général",
    "office.war_minister": "ministre de la Guerre",
    "opening.attack": "une attaque",
    "opening.ultimatum": "un ultimatum",
    "opening.occupation": "une occupation",
    "opening.deployment": "des forces là où un traité les interdit",
    "opening.blockade": "un blocus",
    "opening.coercion": "un consentement donné sous la menace",
    "opening.closure": "un passage fermé malgré un traité",
    "stance.resist": "résister",
    "stance.yield": "céder",
    "stage.draft": "projet",
    "stage.tabled": "sur la table",
    "stage.adopted": "adopté",
    "stage.in_force": "en vigueur",
    "stage.withdrawn": "retiré",
    "stage.ended": "éteint",
    "demand.cession": "la cession {stakes:of}",
    "demand.assent": "un assentiment écrit au texte {treaty}",
    "demand.stand_down": "le retour de ses forces au pied de paix",
    "ultimatum.standing": "en cours",
    "ultimatum.accepted": "accepté",
    "ultimatum.rejected": "rejeté",
    "crisis.stepped_back": "{who:^} {who:|recule|reculent} et {who:|n'use|n'usent} pas de la force contre {target}.",
    "crisis.yielded": "{target:^} {target:|cède|cèdent} devant {who}.",
    "crisis.war": "C'est la guerre entre {who} et {target}.",
    "band.collapse": "la défense s'effondre",
    "band.victory": "l'attaque l'emporte",
    "band.stalemate": "aucun camp ne l'emporte",
    "band.defeat": "l'attaque est repoussée",
    "attitude.accept": "accepté",
    "attitude.refuse": "refusé",
    "attitude.counter": "contre-proposition",
    "attitude.hold": "réponse réservée",
    "standing.bound": "tenu",
    "standing.bound_only_if": "tenu sous condition",
    "standing.entitled": "en droit d'agir",
    "standing.barred": "empêché",
    "standing.free": "libre",
    "casus.bound": "{who:^} {who:|doit|doivent} porter secours {victim:to}[[ ({source})]].",
    "casus.drawn_in": "{who:^} {who:|doit|doivent} porter secours {ally:to}[[ ({source})]]{because}.",
    "casus.drawn_in.attack": "{who:^} {who:|doit|doivent} se joindre {ally:to} dans l'attaque contre {victim}[[ ({source})]]{because}.",
    "casus.because.bound": ", car {ally} {ally:|doit|doivent} entrer en guerre[[ ({source})]]",
    "casus.because.entered": ", car {ally} {ally:|a|ont} pris part à la guerre",
    "casus.because.further.bound": ", puisque {ally} {ally:|doit|doivent} entrer en guerre[[ ({source})]]",
    "casus.because.further.entered": ", puisque {ally} {ally:|a|ont} pris part à la guerre",
    "casus.waits_for_entry": (
        "{who:^} {who:|doit|doivent} porter secours {ally:to} si {ally} {ally:|entre|entrent} en guerre, et seulement alors[[ ({source})]]."
    ),
    "casus.waits_for_entry.attack": (
        "{who:^} {who:|doit|doivent} se joindre à l'attaque contre {victim} si {ally} le {ally:|fait|font}, et seulement alors[[ ({source})]]."
    ),
    "casus.entry_waits_for_each_other": (
        "{who:^} ne {who:|doit|doivent} porter secours {ally:to} que si {ally} {ally:|entre|entrent} en guerre, et chaque puissance attend "
        "l'autre[[ ({source})]]."
    ),
    "casus.entry_waits_for_each_other.attack": (
        "{who:^} ne {who:|doit|doivent} se joindre à l'attaque contre {victim} que si {ally} le {ally:|fait|font}, et chaque puissance attend "
        "l'autre[[ ({source})]]."
    ),
    "casus.waits_for_joiner": (
        "{who:^} ne {who:|doit|doivent} porter secours {victim:to} que si {others} se {others:|joint|joignent} à l'attaque[[ ({source})]]."
    ),
    "casus.waits_for_joiner.attack": (
        "{who:^} ne {who:|doit|doivent} se joindre à l'attaque contre {victim} que si {others} {victim:|lui|leur} {others:|porte|portent} "
        "secours[[ ({source})]]."
    ),
    "casus.bound.breach.diplomatic": "{who:^} {who:|doit|doivent} répondre par une protestation au moins[[ ({source})]].",
    "casus.bound.breach.economic": "{who:^} {who:|doit|doivent} répondre au moins par une rupture du commerce[[ ({source})]].",
    "casus.bound.breach.military": "{who:^} {who:|doit|doivent} répondre par un ultimatum, par la mobilisation ou par la force[[ ({source})]].",
    "casus.bound.breach.all_means": "{who:^} {who:|doit|doivent} répondre par un ultimatum, par la mobilisation ou par la force[[ ({source})]].",
    "casus.waits_for.breach": ("{who:^} ne {who:|doit|doivent} répondre que si {others} {others:|répond|répondent} aussi[[ ({source})]]."),
    "casus.waits_for_each_other.breach": (
        "{who:^} ne {who:|doit|doivent} répondre que si {others} {others:|répond|répondent} aussi, et chaque puissance attend l'autre[[ ({source})]]."
    ),
    "casus.waits_for_foe.breach": (
        "{who:^} ne {who:|doit|doivent} rien : il faudrait que {others}, qui {others:|a|ont} manqué à {others:|sa|leur} parole, "
        "{others:|aide|aident} aussi[[ ({source})]]."
    ),
    "casus.awaits_recommendation.breach": (
        "{who:^} {who:|peut|peuvent} répondre, mais ne le {who:|doit|doivent} que sur recommandation[[ ({source})]]."
    ),
    "casus.after_consultation.breach": "{who:^} {who:|peut|peuvent} répondre après consultation[[ ({source})]].",
    "casus.as_each_judges.breach": "{who:^} {who:|juge|jugent} librement s'il faut répondre[[ ({source})]].",
    "casus.awaits_transit.breach": "{who:^} ne {who:|doit|doivent} répondre qu'une fois le passage accordé par {others}[[ ({source})]].",
    "casus.yields_to_prior.breach": "{who:^} {who:|devrait|devraient} répondre, mais un autre devoir l'emporte[[ ({source})]].",
    "casus.provoked.breach": "{who:^} ne {who:|doit|doivent} rien : la force a d'abord été employée par {victim}[[ ({source})]].",
    "casus.bound_only_if": (
        "{who:^} ne {who:|doit|doivent} porter secours {victim:to} que si {others} {others:|en fait|en font} autant[[ ({source})]]."
    ),
    "casus.waits_for": (
        "{who:^} ne {who:|doit|doivent} porter secours {victim:to} que si {others} {others:|en fait|en font} autant[[ ({source})]]."
    ),
    "casus.waits_for_each_other": (
        "{who:^} ne {who:|doit|doivent} porter secours {victim:to} que si {others} {others:|en fait|en font} autant, et chaque "
        "puissance attend l'autre[[ ({source})]]."
    ),
    "casus.waits_for_foe": (
        "{who:^} ne {who:|doit|doivent} rien : le secours n'est dû que si {others} en {others:|fait|font} autant, or c'est l'attaquant[[ ({source})]]."
    ),
    "casus.waits_for_foe.attack": (
        "{who:^} ne {who:|doit|doivent} rien : il faudrait que {others} {others:|se joigne|se joignent} aussi à l'attaque, "
        "or c'est la puissance attaquée[[ ({source})]]."
    ),
    "casus.waits_for.attack": (
        "{who:^} ne {who:|doit|doivent} se joindre à l'attaque contre {victim} que si {others} en {others:|fait|font} autant[[ ({source})]]."
    ),
    "casus.waits_for_each_other.attack": (
        "{who:^} ne {who:|doit|doivent} se joindre à l'attaque contre {victim} que si {others} en {others:|fait|font} autant, "
        "et chaque puissance attend l'autre[[ ({source})]]."
    ),
    "casus.awaits_recommendation.attack": (
        "{who:^} {who:|peut|peuvent} se joindre à l'attaque contre {victim}, et ne le {who:|doit|doivent} que sur recommandation[[ ({source})]]."
    ),
    "casus.after_consultation.attack": "{who:^} {who:|peut|peuvent} se joindre à l'attaque contre {victim} après consultation[[ ({source})]].",
    "casus.as_each_judges.attack": "{who:^} {who:|juge|jugent} librement s'il faut se joindre à l'attaque contre {victim}[[ ({source})]].",
    "casus.economic_only.attack": "{who:^} {who:|doit|doivent} à l'attaquant une aide économique, et rien de plus[[ ({source})]].",
    "casus.diplomatic_only.attack": "{who:^} {who:|doit|doivent} à l'attaquant un soutien diplomatique, et rien de plus[[ ({source})]].",
    "casus.yields_to_prior.attack": (
        "{who:^} {who:|devrait|devraient} se joindre à l'attaque contre {victim}, mais un autre devoir l'emporte[[ ({source})]]."
    ),
    "casus.promise_yields": (
        "{who:^} {who:|a|ont} promis de ne pas combattre l'attaquant, mais le devoir de secourir {victim} l'emporte[[ ({source})]]."
    ),
    "casus.promise_yields.attack": (
        "{who:^} {who:|a|ont} promis de ne pas combattre {victim}, mais le devoir de se joindre à l'attaque l'emporte[[ ({source})]]."
    ),
    "casus.entitled": "{who:^} {who:|peut|peuvent} porter secours {victim:to} sans en avoir l'obligation[[ ({source})]].",
    "casus.awaits_recommendation": (
        "{who:^} {who:|peut|peuvent} porter secours {victim:to}, et ne le {who:|doit|doivent} que sur recommandation[[ ({source})]]."
    ),
    "casus.after_consultation": "{who:^} {who:|peut|peuvent} porter secours {victim:to} après consultation[[ ({source})]].",
    "casus.as_each_judges": "{who:^} {who:|juge|jugent} librement s'il faut porter secours {victim:to}[[ ({source})]].",
    "casus.economic_only": "{who:^} {who:|doit|doivent} une aide économique {victim:to}, et rien de plus[[ ({source})]].",
    "casus.diplomatic_only": "{who:^} {who:|doit|doivent} un soutien diplomatique {victim:to}, et rien de plus[[ ({source})]].",
    "casus.non_aggression_with_victim": (
        "{who:^} ne {who:|peut|peuvent} se joindre à l'attaque, ayant promis de ne pas user de la force contre {victim}[[ ({source})]]."
    ),
    "casus.non_aggression_with_joiner": (
        "{who:^} ne {who:|peut|peuvent} porter secours {victim:to}, ayant promis de ne pas user de la force contre {others}, qui "
        "{others:|se joint|se joignent} à l'attaque[[ ({source})]]."
    ),
    "casus.non_aggression_with_joiner.attack": (
        "{who:^} ne {who:|peut|peuvent} se joindre à l'attaque, ayant promis de ne pas user de la force contre {others}, qui "
        "{others:|porte|portent} secours {victim:to}[[ ({source})]]."
    ),
    "casus.promise_to_joiner_yields": (
        "{who:^} {who:|a|ont} promis de ne pas combattre {others}, mais le devoir de porter secours {victim:to} l'emporte[[ ({source})]]."
    ),
    "casus.promise_to_joiner_yields.attack": (
        "{who:^} {who:|a|ont} promis de ne pas combattre {others}, mais le devoir de se joindre à l'attaque l'emporte[[ ({source})]]."
    ),
    "casus.barred": "{who:^} ne {who:|peut|peuvent} se joindre à une attaque contre {victim}[[ ({source})]].",
    "casus.neutral_towards_attacker": "{who:^} {who:|a|ont} promis de ne pas combattre l'attaquant[[ ({source})]].",
    "casus.yields_to_prior": "{who:^} {who:|devrait|devraient} secours {victim:to}, mais un autre devoir l'emporte[[ ({source})]].",
    "casus.transit_of_foe": (
        "{who:^} ne {who:|doit|doivent} rien : le secours n'est dû que si {others} {others:|accorde|accordent} le passage, "
        "or c'est l'attaquant[[ ({source})]]."
    ),
    "casus.awaits_transit": (
        "{who:^} ne {who:|doit|doivent} porter secours {victim:to} que si {others} {others:|laisse|laissent} passer {who:|ses|leurs} forces[[ ({source})]]."
    ),
    "casus.bound_to_attack": "{who:^} {who:|doit|doivent} se joindre à l'attaque contre {victim}[[ ({source})]].",
    "casus.free": "{who:^} {who:|reste|restent} libre{who:||s} d'agir à {who:|sa|leur} guise.",
    "casus.not_in_force": "{who:^} ne {who:|doit|doivent} rien : le traité n'est pas en vigueur[[ ({source})]].",
    "casus.at_war": ("{who:^} ne {who:|doit|doivent} rien, étant en guerre avec {others}[[ ({source})]]."),
    "casus.provoked": "{who:^} ne {who:|doit|doivent} rien : l'attaque a été provoquée[[ ({source})]].",
    "track.mobilisation": "une mobilisation",
    "track.war": "la guerre",
    "track.talked_down": "avoir reculé devant un médiateur",
    "track.forsaken": "un allié abandonné",
    "track.occupation": "une occupation",
    "track.deployment": "un mouvement de troupes",
    "track.blockade": "un blocus",
    "track.sanction": "une sanction",
    "track.sanctioned": "des sanctions qui durent",
    "track.aid": "une aide",
    "track.exposed": "un secret mis au jour",
    "track.campaign": "une campagne intérieure",
    "track.unreliable_partner": "la foi mise dans une parole trahie",
    "track.reliable_partner": "la foi mise dans une parole tenue",
    "track.aided_faithless": "une aide à qui a manqué à sa parole",
    "track.aided_faithful": "une aide à qui tient parole",
    "track.revealed": "un traité secret mis au jour",
    "track.ratified": "une ratification",
    "track.ratification_failed": "une ratification manquée",
    "track.drift": "le passage du temps",
    "track.orders": "le prix des ordres",
    "track.ultimatum": "un ultimatum",
    "track.yielded": "avoir cédé sous la menace",
    "track.stepped_back": "avoir reculé devant le monde",
    "track.performance": "une promesse tenue",
    "track.breach": "une promesse rompue",
    "trigger.unprovoked_attack": "une attaque non provoquée",
    "trigger.indirect_aggression": "une agression indirecte",
    "trigger.any_attack": "toute attaque, quelle qu'en soit l'origine",
    "trigger.any_war": "toute guerre",
    "trigger.threat": "une menace",
    "automaticity.automatic": "de plein droit",
    "automaticity.upon_recommendation": "sur recommandation",
    "automaticity.after_consultation": "après consultation",
    "automaticity.as_each_judges": "selon le jugement de chacun",
    "extent.all_means": "tous les moyens",
    "extent.military": "forces armées",
    "extent.economic": "aide économique",
    "extent.diplomatic": "appui diplomatique",
    "clause.cession": "cession",
    "clause.declaration": "déclaration",
    "clause.recognition": "reconnaissance",
    "clause.inviolability": "inviolabilité des frontières",
    "clause.plebiscite": "plébiscite",
    "clause.sphere_of_interest": "sphère d'intérêts",
    "clause.waterway": "régime d'une voie d'eau",
    "clause.settlement": "règlement des différends",
    "clause.award": "respect d'une sentence",
    "clause.organ": "création d'un organe",
    "clause.admission": "appui à une admission",
    "clause.decisions": "acceptation de décisions",
    "clause.supply": "livraison ou crédit",
    "clause.sanctions": "obligation de sanctions",
    "clause.principle": "principes proclamés",
    "order.mobilise": "décréter {step}",
    "order.stand_down": "revenir {step:to}",
    "means.funds": "des fonds",
    "means.arms": "des armes",
    "means.volunteers": "des volontaires",
    "order.build.effectives": "recruter des hommes",
    "order.build.tanks": "construire des chars de combat",
    "order.build.heavy_guns": "construire des pièces d'artillerie lourde",
    "order.build.aircraft": "construire des avions militaires",
    "order.build.capital_ships": "construire des bâtiments de ligne",
    "order.build.submarines": "construire des sous-marins",
    "order.build.tonnage": "construire des bâtiments de guerre",
    "order.scrap.effectives": "licencier des hommes",
    "order.scrap.tanks": "démanteler des chars de combat",
    "order.scrap.heavy_guns": "démanteler des pièces d'artillerie lourde",
    "order.scrap.aircraft": "démanteler des avions militaires",
    "order.scrap.capital_ships": "démanteler des bâtiments de ligne",
    "order.scrap.submarines": "démanteler des sous-marins",
    "order.scrap.tonnage": "démanteler des bâtiments de guerre",
    "order.deploy": "déployer des troupes {stake:inside}",
    "order.deploy.divisions": "déployer {stake:inside} {n} {n:|division|divisions}, au-delà du nombre convenu",
    "order.reinforce": "porter à {n} {n:|division|divisions} le contingent engagé contre {target}",
    "order.withdraw": "retirer les troupes {stake:of}",
    "order.occupy": "occuper {stake}",
    "order.blockade": "mettre en place le blocus {target:of}",
    "order.lift_blockade": "lever le blocus {target:of}",
    "order.close_passage": "fermer {stake} {target:to}",
    "order.open_passage": "rouvrir {stake} {target:to}",
    "order.patrol": "assurer la patrouille {stake:of}",
    "order.end_patrol": "mettre fin à la patrouille {stake:of}",
    "order.send_aid": "envoyer {means} {to:to}",
    "order.send_aid.covert": "envoyer en secret {means} {to:to}",
    "order.gather_intelligence": "se renseigner sur {target}",
    "order.leak": "livrer {treaty} à la presse",
    "order.perform": "exécuter « {treaty} » ({article}) envers {to}",
    "order.perform.manoeuvres": "annoncer des manœuvres {to:to} (« {treaty} », {article})",
    "order.perform.mobilisation": "annoncer une mobilisation {to:to} (« {treaty} », {article})",
    "order.perform.treaties": "donner {to:to} connaissance des traités tenus secrets (« {treaty} », {article})",
    "order.default": "refuser d'exécuter « {treaty} » ({article}) envers {to}",
    "order.campaign": "faire campagne à l'intérieur",
    "order.attack": "attaquer {target}[[ à travers {through}]]",
    "order.apply_sanction.diplomatic": "rompre les relations avec {target}",
    "order.apply_sanction.arms": "refuser les armes {target:to}",
    "order.apply_sanction.oil": "refuser le pétrole {target:to}",
    "order.apply_sanction.finance": "refuser le crédit {target:to}",
    "order.apply_sanction.general": "rompre tout commerce avec {target}",
    "order.lift_sanction.diplomatic": "rétablir les relations avec {target}",
    "order.lift_sanction.arms": "rétablir les livraisons d'armes {target:to}",
    "order.lift_sanction.oil": "rétablir les livraisons de pétrole {target:to}",
    "order.lift_sanction.finance": "rouvrir le crédit {target:to}",
    "order.lift_sanction.general": "rétablir le commerce avec {target}",
    "order.hand_over": "remettre {stake}[[ (« {treaty} »)]]",
    "road.frontier": "par la frontière avec {foe}",
    "road.sea": "par mer, vers {foe}",
    "road.transit": "à travers {passed}[[ ({source})]], vers {foe}",
    "road.sufferance": "à travers {passed}, qui {passed:|laisse|laissent} passer, vers {foe}",
    "road.violation": "à travers {passed}, au mépris de la neutralité, vers {foe}",
    "road.home": "sur son propre sol",
    "road.none": "sans accès au front",
    "force.line": "{who:^} : {n} {n:|division|divisions}[[, dont l'équivalent de {aircraft} avions]], {road}[[ ; {source}]].",
    "force.sum": "{ours} {ours:|division|divisions} contre {theirs} : {band}.",
}
