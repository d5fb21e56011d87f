"""La langue des traités, les clauses finales, et ce qu'un article signifie en une ligne."""

ARTICLES = {
    "prose.parties": "les Hautes Parties contractantes",
    "prose.one_of_parties": "l'une des Hautes Parties contractantes",
    "prose.any_power": "toute autre Puissance",
    "prose.other.party": "toute autre Partie",
    "prose.other.power": "l'autre Puissance",
    "prose.other.powers": "chacune des autres Puissances",
    "prose.guarantor": "la Puissance garante",
    "prose.guarantors": "chacune des Puissances garantes",
    "prose.case.unprovoked_attack": "En cas d'attaque non provoquée[[ de la part {of_foe}]] contre {victim}",
    "prose.case.any_war": "En cas de guerre entre {victim} et {foe}",
    "prose.case.threat": "En cas de menace d'agression[[ de la part {of_foe}]] contre {victim}",
    "prose.case.attack_upon": "En cas d'attaque non provoquée contre {victim}",
    "prose.case.indirect_aggression": (
        "Au cas où {victim} {victim:|serait|seraient} l'objet d'une attaque, ou {victim:|serait amenée|seraient amenées} à renoncer à "
        "l'indépendance ou à la neutralité sous la menace de la force[[ de la part {of_foe}]]"
    ),
    "prose.mode.automatic": "",
    "prose.mode.upon_recommendation": ", dès que l'organe international compétent l'aura recommandé,",
    "prose.mode.after_consultation": ", après consultation entre les Puissances intéressées,",
    "prose.mode.as_each_judges": ", dans la mesure qu'elle jugera elle-même nécessaire,",
    "prose.at_once": " immédiatement",
    "prose.means.all_means": "lui prêtera{at_once} aide et assistance par tous les moyens en son pouvoir",
    "prose.means.military": "se portera{at_once} à son secours avec ses forces armées",
    "prose.means.economic": "lui prêtera{at_once} une assistance économique et financière",
    "prose.means.diplomatic": "lui apportera{at_once} son plein appui diplomatique",
    "prose.assistance": "{case}, {helper}{mode} {means}.",
    "prose.only_if": (
        "L'obligation prévue au présent article ne jouera que dans la mesure où une assistance sera prêtée par {power} à la "
        "Puissance attaquée."
    ),
    "prose.only_if.threat": (
        "L'obligation prévue au présent article ne jouera que dans la mesure où une assistance sera prêtée par {power} à la "
        "Puissance menacée."
    ),
    "prose.guarantee.one": (
        "{guarantors:^} {guarantors:|garantit|garantissent} {object} {protected:of} contre toute agression non provoquée."
    ),
    "prose.guarantee.several": (
        "{guarantors:^} garantissent à titre individuel {object} {protected:of} contre toute agression non provoquée."
    ),
    "prose.guarantee.joint": "{guarantors:^} garantissent conjointement {object} {protected:of} contre toute agression non provoquée.",
    "prose.guarantee.each": "Chacune d'elles est tenue, que les autres agissent ou non.",
    "prose.guarantee.all": "Aucune d'elles n'est tenue d'agir si les autres n'agissent pas également.",
    "prose.guarantee.settled": "La présente garantie ne prendra effet qu'une fois réglée la question {of_stakes}.",
    "prose.guarantee.settled.many": "La présente garantie ne prendra effet qu'une fois réglées les questions {of_stakes}.",
    "prose.non_aggression": (
        "{parties:^} s'engagent réciproquement à ne se livrer de part et d'autre à aucune attaque ou invasion et à ne recourir "
        "de part et d'autre en aucun cas à la guerre."
    ),
    "prose.consultation.threat": (
        "Au cas où se produirait une situation de nature à mettre la paix en danger, {parties} se consulteront sans délai sur "
        "les mesures à prendre."
    ),
    "prose.consultation.unprovoked_attack": (
        "{parties:^} se consulteront sans délai, en cas d'attaque non provoquée contre l'une de ces Puissances, sur les mesures à prendre."
    ),
    "prose.consultation.indirect_aggression": (
        "Au cas où l'indépendance ou la neutralité de l'une d'elles serait mise en danger sous la menace de la force, {parties} se "
        "consulteront sans délai sur les mesures à prendre."
    ),
    "prose.consultation.any_war": (
        "Au cas où la guerre viendrait à éclater, {parties} se consulteront sans délai sur les mesures à prendre."
    ),
    "prose.cession": (
        "{ceder:^} {ceder:|évacuera|évacueront} {stake} et en {ceder:|fera|feront} remise {receiver:to} au plus tard le {date}."
    ),
    "prose.cession.stages": (
        "{ceder:^} {ceder:|évacuera|évacueront} les territoires désignés ci-après et en {ceder:|fera|feront} remise "
        "{receiver:to}, au plus tard à la date fixée pour chacun d'eux :"
    ),
    "prose.cession.stage": "{letter}) {stake} : le {date}",
    "list.following": " ;",
    "gist.parties": "les parties",
    "gist.assistance": "{parties:^} {means} {case}{mode}{condition}.",
    "gist.means.all_means": "s'entraident par tous les moyens",
    "gist.means.military": "s'entraident avec leurs forces armées",
    "gist.means.economic": "s'entraident sur le plan économique",
    "gist.means.diplomatic": "s'apportent un appui diplomatique",
    "gist.case.unprovoked_attack": "contre une attaque non provoquée[[ menée par {foe}]]",
    "gist.case.indirect_aggression": "contre une agression directe ou indirecte[[ de la part {foe:of}]]",
    "gist.case.any_war": "dans toute guerre[[ avec {foe}]]",
    "gist.case.threat": "en cas de menace[[ exercée par {foe}]]",
    "gist.mode.automatic": " ; aucune recommandation n'est requise",
    "gist.mode.upon_recommendation": " ; seulement sur recommandation",
    "gist.mode.after_consultation": " ; après consultation",
    "gist.mode.as_each_judges": " ; selon le jugement de chacun",
    "gist.condition": " ; seulement si l'aide vient aussi {power:of}",
    "gist.guarantee.one": "{guarantors:^} {guarantors:|garantit|garantissent} {object} {protected:of}{mode}{settled}.",
    "gist.guarantee.several": "{guarantors:^} garantissent {object} {protected:of}, isolément s'il le faut{mode}{settled}.",
    "gist.guarantee.joint": "{guarantors:^} garantissent {object} {protected:of}, ensemble seulement{mode}{settled}.",
    "gist.guarantee.settled": " ; pas avant le règlement {of_stakes}",
    "gist.non_aggression": "{parties:^} renoncent à la force dans leurs relations mutuelles.",
    "gist.consultation.threat": "{parties:^} se consultent quand la paix est menacée.",
    "gist.consultation.unprovoked_attack": "{parties:^} se consultent en cas d'attaque non provoquée.",
    "gist.consultation.indirect_aggression": "{parties:^} se consultent en cas d'agression indirecte.",
    "gist.consultation.any_war": "{parties:^} se consultent en cas de guerre.",
    "gist.cession": "{ceder:^} {ceder:|remet|remettent} {receiver:to} : {stages}.",
    "gist.cession.stage": "{stake}, au plus tard le {date}",
    "gist.declaration": "Des mots qui n'obligent personne : « {text} »",
    "article.label": "Article {figure}",
    "article.label.first": "Article premier",
    "article.named": "{label} : {gist}",
    "treaty.opening": "{parties:^} ont arrêté les dispositions suivantes :",
    "treaty.third": "Le présent accord ne liera {power} que moyennant un assentiment donné par écrit.",
    "final.signature": "Le présent accord est ouvert à la signature {of_parties}.",
    "final.ratification": "Il sera ratifié par chacun des signataires.",
    "final.no_ratification": "Il n'est pas soumis à ratification.",
    "final.reservations.allowed": "Tout signataire peut, au moment de signer, écarter à son égard l'application d'articles qu'il désigne.",
    "final.reservations.with_consent": "Une réserve est sans effet à l'égard d'un signataire qui ne l'a pas acceptée.",
    "final.reservations.forbidden": "Le présent accord n'admet aucune réserve.",
    "final.force_on_signature": "Le présent accord entrera en vigueur dès que toutes les Puissances nommées ci-dessus l'auront signé.",
    "final.force_on_ratification": "Le présent accord entrera en vigueur dès que toutes les Puissances nommées ci-dessus l'auront ratifié.",
    "final.only_after": "Il n'entrera pas en vigueur avant que {treaty} ne le soit.",
    "final.not_before": "Il n'entrera pas en vigueur avant le {date}.",
    "final.force_on_signature.named": ("Le présent accord entrera en vigueur dès que {powers} {powers:|l'aura|l'auront} signé."),
    "final.force_on_ratification.named": ("Le présent accord entrera en vigueur dès que {powers} {powers:|l'aura|l'auront} ratifié."),
    "final.force_on_signature.number": "Le présent accord entrera en vigueur dès que {n} Puissances l'auront signé.",
    "final.force_on_ratification.number": "Le présent accord entrera en vigueur dès que {n} Puissances l'auront ratifié.",
    "final.force_on_signature.number_with": ("Le présent accord entrera en vigueur dès que {n} Puissances, dont {powers}, l'auront signé."),
    "final.force_on_ratification.number_with": (
        "Le présent accord entrera en vigueur dès que {n} Puissances, dont {powers}, l'auront ratifié."
    ),
    "final.later_on_signature": "Pour toute Puissance qui le signera plus tard, il prendra effet au jour de cette signature.",
    "final.later_on_ratification": "Pour toute Puissance qui le ratifiera plus tard, il prendra effet au jour de cette ratification.",
    "final.annexed": "Il fait partie intégrante de {treaty} et cessera d'avoir effet en même temps.",
    "final.annexed.severable": "Il est annexé à {treaty} et demeurera en vigueur quand bien même ce traité viendrait à prendre fin.",
    "final.unreservable": "Aucune réserve n'est admise {n:|à l'article|aux articles} {articles}.",
    "final.accession.by_invitation": "Toute autre Puissance pourra y adhérer sur l'invitation de toutes les Parties.",
    "final.accession.open": "Il demeurera ouvert à l'adhésion de toute autre Puissance.",
    "final.accession.open_to": "Il demeurera ouvert à l'adhésion {powers:of}.",
    "final.until": "Il demeurera en vigueur jusqu'au {date}.",
    "final.renewed": (
        "S'il n'est pas dénoncé avant cette date, il sera renouvelé par tacite reconduction pour {n} {n:|tour|tours}, et ainsi de suite "
        "de période en période."
    ),
    "final.unlimited": "Il est conclu pour une durée illimitée.",
    "final.notice": "Toute Partie pourra le dénoncer ; la dénonciation prendra effet {n} {n:|tour|tours} après sa notification.",
    "final.notice.next": "Toute Partie pourra le dénoncer ; la dénonciation prendra effet au tour qui suivra sa notification.",
    "final.prior_obligations": "Aucune de ses dispositions ne portera atteinte aux obligations antérieurement assumées par les Parties.",
    "final.covenant": (
        "Aucune de ses dispositions ne portera atteinte aux droits et obligations des Parties découlant du Pacte de la Société des Nations."
    ),
    "final.registered": "Il sera enregistré au Secrétariat.",
    "article.figure.first": "premier",
    "final.only_while": "Il ne sera obligatoire que tant que {treaty} demeurera en vigueur.",
    "final.secret": "Le présent accord demeurera secret.",
    "final.done_at": "Fait à {place}.",
}
