"""La langue des traités, les clauses finales, et ce qu'un article signifie en une ligne."""

ARTICLES = {
    "prose.parties": "les Hautes Parties contractantes",
    "prose.of_other_parties": "des autres Parties",
    "prose.of_other_parties.two": "de l'autre Partie",
    "prose.cession": (
        "{ceder:^} {ceder:|évacuera|évacueront} {stake} et en {ceder:|fera|feront} remise {receiver:to} au plus tard le {date}."
    ),
    "prose.cession.stages": (
        "{ceder:^} {ceder:|évacuera|évacueront} les territoires désignés ci-après et en {ceder:|fera|feront} remise "
        "{receiver:to}, au plus tard à la date fixée pour chacun d'eux :"
    ),
    "prose.cession.stage": "{letter}) {stake}, le {date}",
    "list.following": " ;",
    "gist.parties": "les parties",
    "gist.cession.one": "{ceder:^} {ceder:|remet|remettent} {stake} {receiver:to} au plus tard le {date}.",
    "gist.cession": "{ceder:^} {ceder:|remet|remettent} {receiver:to} : {stages}.",
    "gist.cession.stage": "{stake}, au plus tard le {date}",
    "gist.declaration": "Des mots qui n'obligent personne : « {text} »",
    "prose.term.begins": "Le présent article s'appliquera à compter du {begins}.",
    "prose.term.ends": "Le présent article s'appliquera jusqu'au {ends}.",
    "prose.term.begins_ends": "Le présent article s'appliquera du {begins} au {ends}.",
    "prose.term.while": (
        "Le présent article ne sera obligatoire qu'aussi longtemps que l'instrument intitulé {treaty} demeurera en vigueur."
    ),
    "prose.term.while.too": "Il ne sera obligatoire qu'aussi longtemps que l'instrument intitulé {treaty} demeurera en vigueur.",
    "gist.term.begins": "à compter du {begins}",
    "gist.term.ends": "jusqu'au {ends}",
    "gist.term.begins_ends": "du {begins} au {ends}",
    "gist.term.while": "tant que {treaty} est en vigueur",
    "article.label": "Article {figure}",
    "article.label.first": "Article premier",
    "article.cited.first": "article premier",
    "article.cited": "article {figure}",
    "article.noun.first": "l'article premier",
    "article.noun": "l'article {figure}",
    "article.named": "{label} : {gist}",
    "treaty.parties": "{parties:^},",
    "treaty.agreed": "Ont arrêté les dispositions suivantes :",
    "treaty.opening": "{parties:^} ont arrêté les dispositions suivantes :",
    "treaty.third": "{this:^} ne liera {power} que moyennant {power:|son|leur} assentiment donné par écrit.",
    "treaty.third.too": "{this:~Il|Elle} ne liera pas davantage {power} sans {power:|son|leur} assentiment donné par écrit.",
    "final.signature": "{this:^} est {this:~ouvert|ouverte} à la signature {of_parties}.",
    "final.ratification": "{this:~Il|Elle} sera {this:~ratifié|ratifiée} par chacun des signataires.",
    "final.no_ratification": "{this:~Il|Elle} n'est pas {this:~soumis|soumise} à ratification.",
    "final.reservations.allowed": (
        "Tout signataire pourra, au moment de la signature, formuler des réserves sur les articles qu'il désignera."
    ),
    "final.reservations.allowed.acceding": (
        "Toute Puissance pourra, au moment de signer ou d'adhérer, formuler des réserves sur les articles qu'elle désignera."
    ),
    "final.reservations.with_consent": "{this:^} ne s'appliquera pas entre une Puissance qui formule une réserve et celle qui ne l'aura pas acceptée.",
    "final.reservations.forbidden": "{this:^} n'admet aucune réserve.",
    "final.force_on_signature": "{this:^} entrera en vigueur dès que toutes les Puissances nommées ci-dessus l'auront {this:~signé|signée}.",
    "final.force_on_ratification": (
        "{this:^} entrera en vigueur dès que toutes les Puissances nommées ci-dessus l'auront {this:~ratifié|ratifiée}."
    ),
    "final.only_after": "{this:~Il|Elle} n'entrera pas en vigueur avant que l'instrument intitulé {treaty} ne soit lui-même en vigueur.",
    "final.only_after.too": (
        "{this:~Il|Elle} n'entrera pas non plus en vigueur avant que l'instrument intitulé {treaty} ne soit lui-même en vigueur."
    ),
    "final.not_before": "{this:~Il|Elle} n'entrera pas en vigueur avant le {date}.",
    "final.force_on_signature.both": (
        "{this:^} entrera en vigueur dès que les deux Puissances nommées ci-dessus l'auront {this:~signé|signée}."
    ),
    "final.force_on_ratification.both": (
        "{this:^} entrera en vigueur dès que les deux Puissances nommées ci-dessus l'auront {this:~ratifié|ratifiée}."
    ),
    "final.force_on_signature.named": ("{this:^} entrera en vigueur dès que {powers} {powers:|l'aura|l'auront} {this:~signé|signée}."),
    "final.force_on_ratification.named": (
        "{this:^} entrera en vigueur dès que {powers} {powers:|l'aura|l'auront} {this:~ratifié|ratifiée}."
    ),
    "final.force_on_signature.number": (
        "{this:^} entrera en vigueur dès que {n:words f} {n:|Puissance l'aura|Puissances l'auront} {this:~signé|signée}."
    ),
    "final.force_on_ratification.number": (
        "{this:^} entrera en vigueur dès que {n:words f} {n:|Puissance l'aura|Puissances l'auront} {this:~ratifié|ratifiée}."
    ),
    "final.force_on_signature.number_with": (
        "{this:^} entrera en vigueur dès que {n:words f} Puissances, dont {powers}, l'auront {this:~signé|signée}."
    ),
    "final.force_on_ratification.number_with": (
        "{this:^} entrera en vigueur dès que {n:words f} Puissances, dont {powers}, l'auront {this:~ratifié|ratifiée}."
    ),
    "final.later_on_signature": (
        "Pour toute Puissance qui {this:~le|la} signera plus tard, {this:~il|elle} prendra effet à la date de cette signature."
    ),
    "final.later_on_ratification": (
        "Pour toute Puissance qui {this:~le|la} ratifiera plus tard, {this:~il|elle} prendra effet à la date de cette ratification."
    ),
    "final.annexed": (
        "{this:~Il|Elle} fait partie intégrante de l'instrument intitulé {treaty} et cessera d'avoir effet en même temps que lui."
    ),
    "final.annexed.that": "{this:~Il|Elle} fait partie intégrante dudit instrument et cessera d'avoir effet en même temps que lui.",
    "final.annexed.severable": (
        "{this:~Il|Elle} est {this:~annexé|annexée} à l'instrument intitulé {treaty} et demeurera en vigueur quand bien même ce dernier "
        "viendrait à prendre fin."
    ),
    "final.annexed.severable.that": (
        "{this:~Il|Elle} est {this:~annexé|annexée} audit instrument et demeurera en vigueur quand bien même ce dernier viendrait "
        "à prendre fin."
    ),
    "final.unreservable": "Aucune réserve ne sera admise {n:|à l'article|aux articles} {articles}.",
    "final.accession.by_invitation": "Toute autre Puissance pourra adhérer {this:to} sur l'invitation de toutes les Parties.",
    "final.accession.open": "{this:^} demeurera {this:~ouvert|ouverte} à l'adhésion de toute autre Puissance.",
    "final.accession.open_to": "{this:^} demeurera {this:~ouvert|ouverte} à l'adhésion {powers:of}.",
    "final.until": "{this:^} demeurera en vigueur jusqu'au {date}.",
    "final.lasts": "{this:^} demeurera en vigueur pendant une période {period:of} à compter de son entrée en vigueur.",
    "final.before.date": "[[{period} au moins ]]avant cette date",
    "final.before.period": "[[{period} au moins ]]avant l'expiration de cette période",
    "final.renewed.either": (
        "À défaut de dénonciation par l'une ou l'autre Partie {before}, {this:~il|elle} sera {this:~renouvelé|renouvelée} par tacite "
        "reconduction pour une nouvelle période {period:of}, et ainsi de suite de période en période."
    ),
    "final.renewed.any": (
        "Entre les Parties qui ne l'auront pas {this:~dénoncé|dénoncée} {before}, {this:~il|elle} sera {this:~renouvelé|renouvelée} par "
        "tacite reconduction pour une nouvelle période {period:of}, et ainsi de suite de période en période."
    ),
    "final.prolonged.either": (
        "À défaut de dénonciation par l'une ou l'autre Partie {before}, {this:~il|elle} demeurera en vigueur sans limitation de durée ; chaque "
        "Partie pourra alors {this:~le|la} dénoncer à tout moment, et la dénonciation prendra effet {period} après sa notification."
    ),
    "final.prolonged.any": (
        "Entre les Parties qui ne l'auront pas {this:~dénoncé|dénoncée} {before}, {this:~il|elle} demeurera en vigueur sans limitation de "
        "durée ; chacune d'elles pourra alors {this:~le|la} dénoncer à tout moment, et la dénonciation prendra effet {period} après sa "
        "notification."
    ),
    "period.days": "{n:words} {n:|jour|jours}",
    "period.months": "{n:words} mois",
    "period.years": "{n:words} {n:|an|ans}",
    "final.any_party": "toute Partie",
    "final.either_party": "l'une ou l'autre Partie",
    "final.unlimited": "{this:^} est {this:~conclu|conclue} pour une durée illimitée.",
    "final.notice": (
        "{who:^} pourra {this:~le|la} dénoncer [[lorsqu'{this:~il|elle} aura été en vigueur pendant {firm}]][[{at_any_time}]] ; la "
        "dénonciation prendra effet {period} après sa notification."
    ),
    "final.at_any_time": "à tout moment",
    "final.prior_obligations": (
        "Aucune disposition {this:of} ne portera atteinte aux obligations antérieurement assumées par les Parties."
    ),
    "final.covenant": (
        "Aucune disposition {this:of} ne portera atteinte aux droits et obligations des Parties découlant du Pacte de la Société des "
        "Nations."
    ),
    "final.covenant.too": "Il en sera de même de leurs droits et obligations découlant du Pacte de la Société des Nations.",
    "final.registered.league": "{this:^} sera {this:~enregistré|enregistrée} au Secrétariat de la Société des Nations.",
    "final.registered.united_nations": "{this:^} sera {this:~enregistré|enregistrée} au Secrétariat de l'Organisation des Nations Unies.",
    "final.registered.nobody": "{this:^} sera {this:~publié|publiée}.",
    "article.figure.first": "premier",
    "final.only_while": ("{this:~Il|Elle} ne sera obligatoire qu'aussi longtemps que l'instrument intitulé {treaty} demeurera en vigueur."),
    "final.only_while.that": "{this:~Il|Elle} ne sera obligatoire qu'aussi longtemps que ledit instrument demeurera en vigueur.",
    "final.secret": "{this:~Il|Elle} demeurera {this:~secret|secrète}.",
    "final.done_at": "Fait {place:to}[[, le {date}]].",
    "final.done_on": "Fait le {date}.",
}
