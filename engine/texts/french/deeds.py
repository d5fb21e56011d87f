"""Les actes à l'infinitif, les devoirs en noms, les promesses tenues et rompues."""

DEEDS = {
    "deed.attack": "attaquer[[ {toward}]][[ ({at})]]",
    "deed.join_war": "entrer en guerre[[ contre {toward}]]",
    "deed.threaten": "menacer[[ {toward}]] de recourir à la force",
    "deed.occupy": "occuper[[ {at}]][[ le territoire {toward:of}]]",
    "deed.deploy": "entretenir des forces armées[[ au-delà de {n} {n:|division|divisions}]][[ ({at})]]",
    "deed.cross": "faire passer des troupes[[ par le territoire {toward:of}]][[ ({at})]]",
    "deed.blockade": "établir un blocus[[ contre {toward}]][[ ({at})]]",
    "deed.let_pass": "laisser passer des forces[[ {toward:of}]][[ contre {foe}]]",
    "deed.patrol": "patrouiller[[ ({at})]]",
    "deed.close": "fermer[[ {at}]] aux navires",
    "deed.mobilise": "mobiliser",
    "deed.arm": "armer[[ au-delà de la limite fixée ({matter})]]",
    "deed.aid": "prêter aide[[ {toward:to}]][[ contre {foe}]]",
    "deed.supply": "effectuer des livraisons[[ ({matter})]][[ {toward:to}]][[ contre {foe}]]",
    "deed.sanction": "appliquer des sanctions[[ ({matter})]][[ contre {toward}]]",
    "deed.claim": "revendiquer[[ {at}]][[ le territoire {toward:of}]]",
    "deed.interfere": "s'ingérer[[ dans les affaires {toward:of}]][[ ({at})]]",
    "deed.combine": "entrer dans une combinaison[[ dirigée contre {foe}]]",
    "deed.conclude": "conclure un traité[[ avec {toward}]]",
    "deed.make_peace": "conclure une paix séparée[[ avec {toward}]]",
    "deed.transfer": "remettre[[ {at}]][[ {toward:to}]]",
    "deed.evacuate": "évacuer[[ {at}]]",
    "deed.recognise": "reconnaître[[ {matter}]][[ {toward:of}]][[ sur {at}]]",
    "deed.hold_plebiscite": "organiser un plébiscite[[ ({at})]]",
    "deed.consult": "consulter[[ {toward}]]",
    "deed.hold_staff_talks": "tenir des conversations d'états-majors[[ avec {toward}]]",
    "deed.notify": "donner notification[[ {toward:to}]][[ ({matter})]]",
    "deed.submit": "soumettre le différend[[ avec {toward}]][[ ({matter})]]",
    "deed.comply": "se conformer {matter:to}[[ ({at})]]",
    "deed.support_admission": "appuyer l'admission[[ {toward:of}]][[ ({matter})]]",
    "deed.establish": "participer[[ {matter:to}]]",
    "deeds.force": "recourir à la force[[ contre {toward}]][[ ({at})]]",
    "deeds.annexing": "occuper ou revendiquer[[ {at}]][[ le territoire {toward:of}]]",
    "duty.cede": "la cession {what:of}",
    "duty.assist": "l'assistance {what:to}",
    "duty.consult": "la consultation avec {what}",
    "duty.refrain": "la promesse de ne pas {what}",
    "duty.render": "l'engagement suivant : {what}",
    "duty.allow": "le droit {who:of} à ceci : {what}",
    "tale.performed.cede": "{debtor:^} {debtor:|remet|remettent} {what} {creditor:to}, comme le veut « {treaty} » ({article}).",
    "tale.performed.assist": "{debtor:^} {debtor:|porte|portent} secours {creditor:to}, comme le veut « {treaty} » ({article}).",
    "tale.performed.consult": "{debtor:^} {debtor:|consulte|consultent} {creditor}, comme le veut « {treaty} » ({article}).",
    "tale.performed.refrain": (
        "{debtor:^} {debtor:|tient|tiennent}, envers {creditor}, la promesse de ne pas {what} (« {treaty} », {article})."
    ),
    "tale.performed.render": "{debtor:^} {debtor:|tient|tiennent} une promesse faite {creditor:to} : {what} (« {treaty} », {article}).",
    "tale.performed.allow": "{debtor:^} {debtor:|accorde|accordent} {creditor:to} un droit qui lui est dû : {what} (« {treaty} », {article}).",
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
    "tale.breached.cede": "{debtor:^} ne {debtor:|remet|remettent} pas {what} {creditor:to}, en violation de « {treaty} » ({article}).",
    "tale.breached.assist": "{debtor:^} ne {debtor:|porte|portent} pas secours {creditor:to}, en violation de « {treaty} » ({article}).",
    "tale.breached.consult": "{debtor:^} ne {debtor:|consulte|consultent} pas {creditor}, en violation de « {treaty} » ({article}).",
    "tale.breached.force": "{debtor:^} {debtor:|use|usent} de la force contre {creditor}, en violation de « {treaty} » ({article}).",
    "tale.breached.refrain": (
        "{debtor:^} {debtor:|rompt|rompent} la promesse, faite {creditor:to}, de ne pas {what} (« {treaty} », {article})."
    ),
    "tale.breached.render": "{debtor:^} {debtor:|rompt|rompent} une promesse faite {creditor:to} : {what} (« {treaty} », {article}).",
    "tale.breached.allow": "{debtor:^} {debtor:|refuse|refusent} {creditor:to} un droit qui lui est dû : {what} (« {treaty} », {article}).",
}
