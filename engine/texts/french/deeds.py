"""Les actes à l'infinitif, les devoirs en noms, les promesses tenues et rompues."""

DEEDS = {
    "deed.attack": "attaquer[[ {toward}]][[ {at:inside}]]",
    "deed.join_war": "entrer en guerre[[ contre {toward}]][[ contre {foe}]][[ aux côtés {beside:of}]]",
    "deed.threaten": "menacer[[ {toward}]] de recourir à la force",
    "deed.occupy": "occuper[[ {at}]][[ le territoire {toward:of}]]",
    "deed.deploy": (
        "entretenir {negated:|des|de} forces armées[[ au-delà de {n} {n:|division|divisions}]][[ {at:inside}]][[ sur le territoire "
        "{toward:of}]]"
    ),
    "deed.cross": "faire passer {negated:|des|de} troupes[[ par le territoire {toward:of}]][[ à travers {at}]]",
    "deed.blockade": "établir {negated:|un|de} blocus[[ contre {toward}]][[ {at:inside}]]",
    "deed.let_pass": "laisser passer {negated:|des|de} forces[[ {toward:of}]][[ à travers {at}]][[ contre {foe}]]",
    "deed.patrol": "assurer la patrouille[[ {at:of}]]",
    "deed.close": "fermer[[ {at}]] aux navires",
    "deed.mobilise": "mobiliser",
    "deed.arm": "dépasser la limite fixée[[ ({matter})]]",
    "deed.aid": "prêter aide[[ {toward:to}]][[ contre {foe}]]",
    "deed.supply": "effectuer {negated:|des|de} livraisons[[ {toward:to}]][[ contre {foe}]][[ ({matter})]]",
    "deed.supply.goods": "livrer {goods}[[ {toward:to}]]",
    "deed.supply.credit": "ouvrir un crédit[[ {toward:to}]]",
    "deed.sanction": "appliquer {negated:|des|de} sanctions[[ {toward:to}]][[ ({matter})]]",
    "deed.claim": "revendiquer[[ {at}]][[ le territoire {toward:of}]]",
    "deed.interfere": "s'ingérer[[ dans les affaires {toward:of}]][[ {at:inside}]]",
    "deed.combine": "entrer dans une combinaison[[ dirigée contre {foe}]]",
    "deed.conclude": "conclure {negated:|un|de} traité[[ avec {toward}]]",
    "deed.make_peace": "conclure {negated:|une|de} paix séparée[[ avec {toward}]]",
    "deed.transfer": "remettre[[ {at}]][[ {toward:to}]]",
    "deed.evacuate": "évacuer[[ {at}]]",
    "deed.recognise": "reconnaître[[ {matter}]][[ {toward:of}]][[ sur {at}]]",
    "deed.hold_plebiscite": "organiser {negated:|un|de} plébiscite[[ {at:inside}]]",
    "deed.consult": "consulter[[ {toward}]]",
    "deed.hold_staff_talks": "tenir {negated:|des|de} conversations d'états-majors[[ avec {toward}]]",
    "deed.notify": "notifier[[ {toward:to}]][[ {matter}]]",
    "deed.submit": "soumettre[[ {matter:to}]] tout différend[[ avec {toward}]]",
    "deed.comply": "se conformer {matter:to}[[ au sujet {at:of}]]",
    "deed.support_admission": "appuyer l'admission[[ {toward:of}]][[ {matter:to}]]",
    "deed.establish": "participer[[ {matter:to}]]",
    "deed.join_war.toward": "entrer en guerre contre elle",
    "deed.threaten.toward": "la menacer de recourir à la force",
    "deed.occupy.toward": "occuper son territoire",
    "deed.cross.toward": "faire passer {negated:|des|de} troupes par son territoire",
    "deed.blockade.toward": "établir {negated:|un|de} blocus contre elle",
    "deed.claim.toward": "revendiquer son territoire",
    "deed.claim.again": "le revendiquer",
    "deed.interfere.toward": "s'ingérer dans ses affaires",
    "deed.let_pass.foe": "laisser passer les forces de ses ennemis",
    "deed.aid.foe": "prêter aide à ses ennemis",
    "deed.supply.foe": "effectuer {negated:|des|de} livraisons à ses ennemis",
    "deed.deploy.at": "y entretenir {negated:|des|de} forces armées",
    "deed.cross.at": "y faire passer {negated:|des|de} troupes",
    "deed.blockade.at": "y établir {negated:|un|de} blocus",
    "deed.patrol.at": "y patrouiller",
    "again.power": "cette puissance",
    "again.first": "la première",
    "again.second": "la seconde",
    "again.place": "ce lieu",
    "again.places": "ces lieux",
    "deeds.in_war": "{deeds}, en temps de guerre",
    "deeds.force": "recourir à la force[[ contre {toward}]][[ {at:inside}]]",
    "deeds.annexing": "occuper ni revendiquer[[ {at}]][[ le territoire {toward:of}]]",
    "duty.cede": "la cession {what:of}",
    "duty.assist": "l'assistance due {what:to}",
    "duty.assist.forces": "l'assistance due {what:to} avec {n} {n:|division|divisions}",
    "duty.assist.observance": "l'assistance due {what:to} en cas de violation de ce qui est garanti",
    "duty.consult": "la consultation avec {what}",
    "duty.refrain": "la promesse de ne pas {what}",
    "duty.render": "l'engagement {what:of}",
    "duty.allow": "le droit reconnu {who:to} {what:of}",
    "tale.performed.cede": "{debtor:^} {debtor:|remet|remettent} {what} {creditor:to}, comme le veut « {treaty} » ({article}).",
    "tale.performed.assist": "{debtor:^} {debtor:|porte|portent} secours {creditor:to}, comme le veut « {treaty} » ({article}).",
    "tale.performed.assist.observance": (
        "{debtor:^} {debtor:|répond|répondent} à l'appel {creditor:of}, comme le veut « {treaty} » ({article})."
    ),
    "tale.performed.consult": "{debtor:^} {debtor:|consulte|consultent} {creditor}, comme le veut « {treaty} » ({article}).",
    "tale.performed.refrain": (
        "{debtor:^} {debtor:|tient|tiennent} la promesse, faite {creditor:to}, de ne pas {what} (« {treaty} », {article})."
    ),
    "tale.performed.render": ("{debtor:^} {debtor:|tient|tiennent} la promesse, faite {creditor:to}, {what:of} (« {treaty} », {article})."),
    "tale.performed.allow": (
        "{debtor:^} {debtor:|reconnaît|reconnaissent} {creditor:to} le droit {what:of}, comme le veut « {treaty} » ({article})."
    ),
    "tale.performed.regarding.notify": (
        "{debtor:^} {debtor:|donne|donnent} {creditor:to} connaissance de « {other} », comme le veut « {treaty} » ({article})."
    ),
    "tale.announced.manoeuvres": (
        "{debtor:^} {debtor:|annonce|annoncent} des manœuvres {creditor:to}, comme le veut « {treaty} » ({article})."
    ),
    "tale.announced.mobilisation": (
        "{debtor:^} {debtor:|annonce|annoncent} {debtor:|sa|leur} mobilisation {creditor:to}, comme le veut « {treaty} » ({article})."
    ),
    "tale.breached.regarding.notify": (
        "{debtor:^} n'{debtor:|a|ont} pas donné {creditor:to} connaissance de « {other} », en violation de « {treaty} » ({article})."
    ),
    "tale.breached.regarding.refrain": (
        "{debtor:^} {debtor:|rompt|rompent}, par « {other} », la promesse faite {creditor:to} de ne pas {what} (« {treaty} », {article})."
    ),
    "tale.defeated.cede": (
        "{debtor:^} {debtor:|remet|remettent} à un tiers {what}, malgré la promesse faite {creditor:to} dans « {treaty} » ({article}), qui n'est pas "
        "encore en vigueur entre les deux : c'est priver le traité de son objet (CVDT 18)."
    ),
    "tale.defeated.refrain": (
        "{debtor:^} {debtor:|attaque|attaquent} {creditor} au mépris de « {treaty} » ({article}), qui n'est pas encore en vigueur entre les deux : "
        "c'est priver le traité de son objet (CVDT 18)."
    ),
    "tale.breached.cede": "{debtor:^} ne {debtor:|remet|remettent} pas {what} {creditor:to}, en violation de « {treaty} » ({article}).",
    "tale.breached.assist": "{debtor:^} ne {debtor:|porte|portent} pas secours {creditor:to}, en violation de « {treaty} » ({article}).",
    "tale.breached.assist.in_part": (
        "{debtor:^} {debtor:|a|ont} envoyé {creditor:to} {n} {n:|division|divisions} sur {wanted} {wanted:|promise|promises}, en "
        "violation de « {treaty} » ({article})."
    ),
    "tale.breached.assist.in_part.none": (
        "{debtor:^} {debtor:|n'a|n'ont} envoyé {creditor:to} aucune {wanted:|division alors qu'une était promise|des divisions promises}, en "
        "violation de « {treaty} » ({article})."
    ),
    "tale.contingent.none": (
        "{debtor:^} {debtor:|n'a|n'ont} envoyé {creditor:to} aucune {wanted:|division alors qu'une était promise|des divisions promises} "
        "(« {treaty} », {article}) ; {wanted:|elle est due|elles sont dues} avant la clôture du {date}."
    ),
    "tale.contingent": (
        "{debtor:^} {debtor:|a|ont} envoyé {creditor:to} {n} {n:|division|divisions} sur {wanted} {wanted:|promise|promises} "
        "(« {treaty} », {article}) ; le reste est dû avant la clôture du {date}."
    ),
    "tale.aid_called_for": (
        "{debtor:^} {debtor:|doit|doivent} porter secours {creditor:to} contre {foe} avant la clôture du {date} ({cited})."
    ),
    "tale.breached.assist.observance": (
        "{debtor:^} ne {debtor:|répond|répondent} pas à l'appel {creditor:of}, en violation de « {treaty} » ({article})."
    ),
    "tale.breached.consult": "{debtor:^} ne {debtor:|consulte|consultent} pas {creditor}, en violation de « {treaty} » ({article}).",
    "tale.breached.force": "{debtor:^} {debtor:|use|usent} de la force contre {creditor}, en violation de « {treaty} » ({article}).",
    "tale.breached.refrain": (
        "{debtor:^} {debtor:|rompt|rompent} la promesse, faite {creditor:to}, de ne pas {what} (« {treaty} », {article})."
    ),
    "tale.breached.render": ("{debtor:^} {debtor:|rompt|rompent} la promesse, faite {creditor:to}, {what:of} (« {treaty} », {article})."),
    "tale.breached.allow": (
        "{debtor:^} {debtor:|refuse|refusent} {creditor:to} le droit {what:of}, en violation de « {treaty} » ({article})."
    ),
}
