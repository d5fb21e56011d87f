"""Les devoirs qu'on ne peut tenir ensemble, ceux qu'un acte fait naître ou éteint."""

CONFLICTS = {
    "conflict": "{who:^} ne {who:|peut|peuvent} tenir à la fois {new} ({new_source}) et {other} ({other_source}) : {why}.",
    "conflict.aid_against_promise": "l'aide peut exiger ce que la promesse interdit",
    "conflict.aid_to_both_sides": "dans une guerre entre les deux, l'aide serait due à chaque camp",
    "conflict.ceded_twice": "le même territoire serait remis deux fois",
    "conflict.passage_against_promise": "le passage sert une guerre à laquelle la promesse interdit de prendre part",
    "conflict.forces_where_none": "des forces se tiendraient là où il ne peut y en avoir",
    "conflict.due_and_forbidden": "ce que l'un exige, l'autre l'interdit",
    "conflict.hostile_combination": "l'alliance est dirigée contre la puissance à qui la promesse a été faite",
    "consequence.arises": "Un engagement {who:of} prend naissance : {what}[[ ({source})]].",
    "consequence.ends": "Un engagement {who:of} prend fin : {what}[[ ({source})]].",
    "consequence.rescued": "{who:^} {who:|a|ont} promis une aide contre l'agression indirecte[[ ({source})]], ce que serait un consentement donné sous la menace : une fois tous les ordres donnés, une crise s'ouvre, où il peut être repris ou maintenu.",
    "consequence.rescued.later": "{who:^} {who:|a|ont} promis une aide contre l'agression indirecte[[ ({source})]], ce que serait un consentement donné sous la menace : une crise s'ouvre au tour où le traité entre en vigueur, et le consentement peut être repris ou maintenu.",
    "consequence.resisted": "S'il est repris et que la guerre s'ensuit, en l'état des promesses : {sum}",
    "consequence.called": "En cas d'attaque {attacker:of} contre {victim}, {who} {who:|passe|passent} de « {before} » à « {after} ».",
    "prevails.older": "La promesse la plus ancienne l'emporte, comme le dit le texte lui-même.",
    "prevails.newer": "Le texte nouveau l'emporte : toutes les parties à l'ancien seraient liées par lui.",
    "prevails.covenant": "Le devoir découlant du Pacte de la Société des Nations l'emporte (article 20).",
    "prevails.charter": "La décision du Conseil de sécurité l'emporte (article 103 de la Charte).",
    "prevails.neither": "Aucun ne l'emporte : chacun oblige envers ses propres parties.",
}
