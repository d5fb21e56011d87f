"""Ce que disent les puissances automatiques, de deux ou trois façons."""

PHRASES = {
    "phrase.agreed_reluctantly.0": "Nous accepterons {treaty}, sans plaisir[[ ; {article} nous coûte]].",
    "phrase.agreed_reluctantly.1": "Tout bien pesé, nous pouvons nous accommoder de {treaty}[[, {article} compris]].",
    "phrase.agreed.0": "Nous acceptons {treaty} tel quel[[ ; {article} répond à notre attente]].",
    "phrase.agreed.1": "Nous sommes prêts à signer {treaty}[[ ; {article} nous y décide]].",
    "phrase.agreed.2": "D'accord sur {treaty}[[ ; {article} nous donne satisfaction]].",
    "phrase.refuse_red_line.0": "[[{article} : ]]nous ne pouvons l'accepter en aucun cas, et nous ne signerons donc pas {treaty}.",
    "phrase.refuse_red_line.1": (
        "Ce que {treaty} nous demande, aucun gouvernement de notre pays ne pourrait l'accorder[[ ; il s'agit de {article}]]."
    ),
    "phrase.refuse_too_little.0": "Nous trouvons trop peu dans {treaty}[[ ; revoyez {article}]].",
    "phrase.refuse_too_little.1": "Nous ne voyons dans {treaty} rien qui nous dédommage[[, et moins encore dans {article}]].",
    "phrase.refuse_price_too_high.0": "Le prix est trop élevé[[ : {article}]]. Nous ne pouvons accepter {treaty}.",
    "phrase.refuse_price_too_high.1": "Ce que coûte {treaty} dépasse ce que nous y gagnons[[, surtout par {article}]].",
    "phrase.counter.0": "Nous proposons une autre rédaction de {treaty}[[ : voyez {article}]].",
    "phrase.counter.1": "Moyennant un changement, nous pourrions accepter {treaty}[[ : {article}]].",
    "phrase.hold_await_instructions.0": (
        "Nous avons demandé des instructions sur {treaty} et ne pouvons encore répondre[[ ; la difficulté est dans {article}]]."
    ),
    "phrase.hold_await_instructions.1": "Notre gouvernement étudie encore {treaty}[[, en particulier {article}]].",
    "phrase.ally_first.0": "Nous voulons d'abord entendre {powers} à ce sujet.",
    "phrase.ally_first.1": "Rien ne peut être réglé avant que nous ayons consulté {powers}.",
    "phrase.already_answered.0": "Notre réponse sur {treaty} vous est connue, et nous la maintenons.",
    "phrase.already_answered.1": "Nous n'avons rien à ajouter à ce que nous avons dit de {treaty}.",
    "phrase.no_ground.0": "Nous ne voyons pas sur quelle base nous pourrions en traiter.",
    "phrase.no_ground.1": "Il n'y a rien là dont nous puissions utilement discuter.",
    "phrase.thanks.0": "Nous vous remercions de cette communication.",
    "phrase.thanks.1": "Votre message est apprécié.",
    "phrase.acknowledge.0": "Nous en prenons acte.",
    "phrase.acknowledge.1": "Votre communication est parvenue à notre gouvernement.",
    "phrase.acknowledge.2": "Nous avons reçu votre message et y avons prêté attention.",
    "phrase.reject_ultimatum.0": "Nous ne cédons pas aux menaces. Votre ultimatum est rejeté.",
    "phrase.reject_ultimatum.1": "Aucun gouvernement digne de ce nom ne pourrait accepter de telles conditions. Nous les rejetons.",
    "phrase.accept_ultimatum.0": "Sous la contrainte, et en protestant, nous acceptons.",
    "phrase.accept_ultimatum.1": "Nous nous inclinons devant la force et acceptons ce qui est exigé.",
    "phrase.not_competent.0": "La question n'est pas de notre compétence.",
    "phrase.not_competent.1": "Il ne nous appartient pas d'en décider.",
    "phrase.unnamed": "Nous en prenons acte.",
    "phrase.this_text": "ce texte",
    "phrase.our_allies": "nos amis",
    "phrase.quoted": "« {title} »",
}
