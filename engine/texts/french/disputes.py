"""Les différends et les moyens pacifiques, la légitime défense, et ce qui lie sans traité."""

DISPUTES = {
    "reason.unknown_dispute": "Ce différend n'existe pas.",
    "reason.dispute_open": "Un différend est déjà ouvert entre vous.",
    "reason.dispute_over": "Ce différend n'est plus ouvert.",
    "reason.not_a_disputant": "Vous n'êtes pas partie à ce différend.",
    "reason.not_chosen": "Vous n'avez pas été choisi pour cela, ou ce n'en est pas le moment.",
    "reason.not_theirs": "Cette puissance ne le détient pas.",
    "reason.nothing_put": "Rien de tel ne vous a été soumis dans ce différend.",
    "reason.already_put": "Des termes sont sur la table, ou vous avez proposé les vôtres à ce tour.",
    "reason.procedure_open": "Une procédure est proposée ou en cours, ou vous en avez proposé une à ce tour.",
    "reason.already_tried": "Cette procédure a été tentée, ou il ne lui reste rien à trancher.",
    "reason.third_wanting": "Cette procédure demande le choix d'une tierce puissance, ou n'en admet aucune.",
    "reason.cannot_refer": (
        "Seule une partie peut faire porter un différend devant l'Assemblée, dans les quatorze jours où il a été soumis au titre de l'article 15 du Pacte."
    ),
    "reason.no_defence": "Vous n'avez à rapporter aucune légitime défense contre cette puissance.",
    "tale.dispute.opened": "{who:^} {who:|ouvre|ouvrent} un différend avec {other} : « {title} »[[, au sujet {stake:of}]].",
    "tale.dispute.proposed": "Différend « {title} » : {who} {who:|propose|proposent} {procedure}[[ ; choix : {third}]].",
    "tale.dispute.agreed": "Différend « {title} » : {who} {who:|accepte|acceptent} {procedure}.",
    "tale.dispute.begins": "Différend « {title} » : ouverture de la procédure ({procedure}).",
    "tale.dispute.refused": "Différend « {title} » : {who} {who:|refuse|refusent} {procedure}.",
    "tale.dispute.unanswered": "Différend « {title} » : proposition restée sans réponse ({procedure}).",
    "tale.dispute.fruitless": "Différend « {title} » : fin de la procédure sans résultat ({procedure}).",
    "tale.dispute.terms": "Différend « {title} » : {who} {who:|propose|proposent} un règlement en faveur {other:of}.",
    "tale.dispute.accepts": "Différend « {title} » : {who} {who:|accepte|acceptent} les termes proposés.",
    "tale.dispute.rejects": "Différend « {title} » : {who} {who:|rejette|rejettent} les termes proposés.",
    "tale.dispute.fact": "Différend « {title} » : {who} {who:|rend|rendent} compte des faits et {who:|tient|tiennent} pour responsable {other}.",
    "tale.dispute.fact.nobody": "Différend « {title} » : {who} {who:|rend|rendent} compte des faits ; nul n'est tenu pour responsable.",
    "tale.dispute.award": "Différend « {title} » : {who} {who:|rend|rendent} une sentence en faveur {other:of}.",
    "tale.dispute.judgment": "Différend « {title} » : la Cour rend un arrêt en faveur {other:of}.",
    "tale.dispute.report.unanimous": (
        "Différend « {title} » : rapport accepté par tous hors les parties ({organ:short})[[, en faveur {other:of}]] ; "
        "nul membre ne peut faire la guerre à la partie qui s'y conforme."
    ),
    "tale.dispute.report.majority": (
        "Différend « {title} » : rapport de majorité seulement ({organ:short})[[, en faveur {other:of}]] ; les membres gardent leur liberté d'action."
    ),
    "tale.dispute.report.domestic": (
        "Différend « {title} » : l'affaire relève de la compétence intérieure d'une partie ; rien n'est recommandé ({organ:short})."
    ),
    "tale.dispute.report.recommended": "Différend « {title} » : recommandation adoptée ({organ:short})[[, en faveur {other:of}]].",
    "tale.dispute.report.decided": "Différend « {title} » : décision obligatoire pour les parties ({organ:short})[[, en faveur {other:of}]].",
    "tale.dispute.complies": "Différend « {title} » : {who} {who:|s'engage|s'engagent} à se conformer au rapport.",
    "tale.dispute.complies_not": "Différend « {title} » : {who} ne se {who:|conforme|conforment} plus au rapport.",
    "tale.dispute.settled": "Le différend « {title} » est réglé en faveur {other:of}.",
    "tale.dispute.duties": "Différend « {title} » : {who} {who:|accepte|acceptent} les obligations d'un membre.",
    "tale.dispute.duties_refused": "Différend « {title} » : {who} {who:|refuse|refusent} les obligations d'un membre.",
    "tale.dispute.war": "Différend « {title} » : {who} {who:|recourt|recourent} à la guerre.",
    "tale.dispute.war.disregard": "Différend « {title} » : {who} {who:|recourt|recourent} à la guerre au mépris d'un engagement ({article}).",
    "tale.defence": "{who:^} {who:|rend compte|rendent compte} {organ:to} de {who:|sa|leur} légitime défense contre {other} (article 51 de la Charte).",
    "means_of.negotiation": "la négociation",
    "means_of.good_offices": "les bons offices",
    "means_of.enquiry": "l'enquête",
    "means_of.mediation": "la médiation",
    "means_of.conciliation": "la conciliation",
    "means_of.arbitration": "l'arbitrage",
    "means_of.judicial_settlement": "le règlement judiciaire",
    "means_of.regional": "le recours à un organisme régional",
    "source.@covenant": "Pacte de la Société des Nations",
    "source.@charter": "Charte des Nations unies",
    "source.@settlement": "règlement du différend",
    "source.award": "la sentence",
    "source.report": "le rapport accepté",
    "source.settlement": "les termes convenus",
    "engagement.covenant_12": (
        "{debtor:^} {debtor:|s'abstient|s'abstiennent} de la guerre contre {creditor} jusqu'à trois mois après la sentence ou le rapport"
    ),
    "engagement.covenant_13": (
        "{debtor:^} {debtor:|exécute|exécutent} la sentence, ou {debtor:|s'abstient|s'abstiennent} de la guerre contre {creditor} qui l'exécute"
    ),
    "engagement.covenant_15": (
        "{debtor:^} {debtor:|s'abstient|s'abstiennent} de la guerre contre {creditor}, qui se conforme au rapport accepté par tous hors les parties"
    ),
    "engagement.charter_2": "{debtor:^} {debtor:|s'abstient|s'abstiennent} de la force contre {creditor}",
    "engagement.charter_51": "{debtor:^} {debtor:|rend|rendent} compte au Conseil de {debtor:|sa|leur} légitime défense",
    "engagement.charter_53": "{debtor:^} n'{debtor:|engage|engagent} aucune coercition sans l'autorisation du Conseil",
    "engagement.award": "{debtor:^} {debtor:|exécute|exécutent} la sentence rendue en faveur {creditor:of}",
    "engagement.report": "{debtor:^} {debtor:|fait|font} ce que le rapport accepté donne {creditor:to}",
    "engagement.settlement": "{debtor:^} {debtor:|fait|font} ce qui est convenu avec {creditor}",
    "statute.covenant_12": "l'article 12 du Pacte",
    "statute.covenant_12.gist": (
        "les différends vont à l'arbitrage, à un tribunal ou au Conseil ; point de guerre avant trois mois après la sentence ou le rapport"
    ),
    "statute.charter_2": "l'article 2, § 4, de la Charte",
    "statute.charter_2.gist": "les membres s'abstiennent de la menace et de l'emploi de la force",
    "statute.charter_51": "l'article 51 de la Charte",
    "statute.charter_51.gist": (
        "légitime défense contre une agression armée, portée aussitôt à la connaissance du Conseil, jusqu'à ce qu'il ait pris des mesures"
    ),
    "statute.charter_52": "l'article 52 de la Charte",
    "statute.charter_52.gist": "les organismes régionaux règlent les différends locaux avant qu'ils ne viennent devant le Conseil",
    "tale.struck.referred": "L'affaire « {item} » est portée devant l'Assemblée ; {organ} s'en dessaisit.",
    "matter.self_defence": "la légitime défense",
}
