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
    "prose.cession.stage": "{letter}) {stake} : le {date}",
    "list.following": " ;",
    "gist.parties": "les parties",
    "gist.cession.one": "{ceder:^} {ceder:|remet|remettent} {stake} {receiver:to} au plus tard le {date}.",
    "gist.cession": "{ceder:^} {ceder:|remet|remettent} {receiver:to} : {stages}.",
    "gist.cession.stage": "{stake}, au plus tard le {date}",
    "gist.declaration": "Des mots qui n'obligent personne : « {text} »",
    "prose.term.begins": "Le présent article s'appliquera à compter du {begins}.",
    "prose.term.ends": "Le présent article s'appliquera jusqu'au {ends}.",
    "prose.term.begins_ends": "Le présent article s'appliquera du {begins} au {ends}.",
    "prose.term.while": "Le présent article ne sera obligatoire que tant que l'instrument intitulé {treaty} demeurera en vigueur.",
    "gist.term.begins": "à compter du {begins}",
    "gist.term.ends": "jusqu'au {ends}",
    "gist.term.begins_ends": "du {begins} au {ends}",
    "gist.term.while": "seulement tant que {treaty} est en vigueur",
    "article.label": "Article {figure}",
    "article.label.first": "Article premier",
    "article.cited.first": "article premier",
    "article.cited": "article {figure}",
    "article.noun.first": "l'article premier",
    "article.noun": "l'article {figure}",
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
    "final.only_after": "Il n'entrera pas en vigueur avant que l'instrument intitulé {treaty} ne le soit.",
    "final.not_before": "Il n'entrera pas en vigueur avant le {date}.",
    "final.force_on_signature.both": "Le présent accord entrera en vigueur dès que les deux Puissances nommées ci-dessus l'auront signé.",
    "final.force_on_ratification.both": (
        "Le présent accord entrera en vigueur dès que les deux Puissances nommées ci-dessus l'auront ratifié."
    ),
    "final.force_on_signature.named": ("Le présent accord entrera en vigueur dès que {powers} {powers:|l'aura|l'auront} signé."),
    "final.force_on_ratification.named": ("Le présent accord entrera en vigueur dès que {powers} {powers:|l'aura|l'auront} ratifié."),
    "final.force_on_signature.number": "Le présent accord entrera en vigueur dès que {count} {n:|Puissance l'aura|Puissances l'auront} signé.",
    "final.force_on_ratification.number": "Le présent accord entrera en vigueur dès que {count} {n:|Puissance l'aura|Puissances l'auront} ratifié.",
    "final.force_on_signature.number_with": (
        "Le présent accord entrera en vigueur dès que {count} Puissances, dont {powers}, l'auront signé."
    ),
    "final.force_on_ratification.number_with": (
        "Le présent accord entrera en vigueur dès que {count} Puissances, dont {powers}, l'auront ratifié."
    ),
    "final.later_on_signature": "Pour toute Puissance qui le signera plus tard, il prendra effet au jour de cette signature.",
    "final.later_on_ratification": "Pour toute Puissance qui le ratifiera plus tard, il prendra effet au jour de cette ratification.",
    "final.annexed": "Il fait partie intégrante de l'instrument intitulé {treaty} et cessera d'avoir effet en même temps.",
    "final.annexed.severable": "Il est annexé à l'instrument intitulé {treaty} et demeurera en vigueur quand bien même ce dernier viendrait à prendre fin.",
    "final.unreservable": "Aucune réserve n'est admise {n:|à l'article|aux articles} {articles}.",
    "final.accession.by_invitation": "Toute autre Puissance pourra adhérer au présent accord sur l'invitation de toutes les Parties.",
    "final.accession.open": "Le présent accord demeurera ouvert à l'adhésion de toute autre Puissance.",
    "final.accession.open_to": "Le présent accord demeurera ouvert à l'adhésion {powers:of}.",
    "final.until": "Le présent accord demeurera en vigueur jusqu'au {date}.",
    "final.renewed": (
        "S'il n'est pas dénoncé avant cette date, il sera renouvelé par tacite reconduction pour {count} {n:|tour|tours}, et ainsi de suite "
        "de période en période."
    ),
    "final.any_party": "toute Partie",
    "final.either_party": "l'une ou l'autre Partie",
    "final.unlimited": "Le présent accord est conclu pour une durée illimitée.",
    "final.notice": "{who:^} pourra le dénoncer ; la dénonciation prendra effet {count} {n:|tour|tours} après sa notification.",
    "final.notice.next": "{who:^} pourra le dénoncer ; la dénonciation prendra effet au tour qui suivra sa notification.",
    "final.prior_obligations": "Aucune disposition du présent accord ne portera atteinte aux obligations antérieurement assumées par les Parties.",
    "final.covenant": (
        "Aucune disposition du présent accord ne portera atteinte aux droits et obligations des Parties découlant du Pacte de la Société des"
        " Nations."
    ),
    "final.registered": "Le présent accord sera enregistré au Secrétariat.",
    "article.figure.first": "premier",
    "final.only_while": "Il ne sera obligatoire que tant que l'instrument intitulé {treaty} demeurera en vigueur.",
    "final.secret": "Le présent accord demeurera secret.",
    "count.1": "un",
    "count.2": "deux",
    "count.3": "trois",
    "count.4": "quatre",
    "count.5": "cinq",
    "count.6": "six",
    "count.7": "sept",
    "count.8": "huit",
    "count.9": "neuf",
    "count.10": "dix",
    "count.11": "onze",
    "count.12": "douze",
    "count.1.feminine": "une",
    "final.done_at": "Fait à {place}.",
}
