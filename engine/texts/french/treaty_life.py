"""La vie d'un traité : ce qu'attend son entrée en vigueur, et ce qui lui arrive ensuite."""

TREATY_LIFE = {
    "entry.met": "Rien ne manque : il lie {parties}.",
    "entry.all.met": "Tous les signataires ont consenti à être liés.",
    "entry.all.missing": "Tous les signataires doivent consentir à être liés ; consentement attendu {powers:of}.",
    "entry.named.met": "Tous ceux dont le consentement est requis l'ont donné.",
    "entry.named.missing": "Il manque le consentement {powers:of}, qui est requis.",
    "entry.number.met": "Assez de puissances ont consenti à être liées.",
    "entry.number.missing": "Il manque le consentement de {n} {n:|autre puissance|autres puissances}.",
    "entry.date.met": "Sa date est venue : {date}.",
    "entry.date.missing": "Il n'entre pas en vigueur avant le {date}.",
    "entry.treaty.met": "Le traité qu'il attend est en vigueur : {treaty}.",
    "entry.treaty.missing": "Il attend qu'un autre traité soit en vigueur : {treaty}.",
    "entry.relations.missing": "À cause d'une réserve, aucune des puissances qui ont consenti n'est liée à une autre.",
    "entry.term.missing": "Le terme pour lequel il était conclu est passé : {date}.",
    "entry.parent.met": "Le traité auquel il est annexé est en vigueur : {treaty}.",
    "entry.parent.missing": "Il attend le traité auquel il est annexé : {treaty}.",
    "entry.parties.met": "Il ne lie que des parties au traité dont il fait partie intégrante, {treaty}. Y ont consenti sans être parties à celui-ci : {powers}.",
    "entry.parties.missing": "Il ne lie que des parties au traité dont il fait partie intégrante, {treaty}, et attend deux d'entre elles. Y ont consenti sans être parties à celui-ci : {powers}.",
    "entry.to_confirm": "Signature sous réserve de confirmation (CVDT 12) : {powers}.",
    "entry.to_ratify": "Signature donnée, ratification attendue : {powers}. D'ici là, rien ne doit priver le traité de son objet (CVDT 18).",
    "tale.joined": "Le texte « {treaty} » entre en vigueur à l'égard {who:of}.",
    "tale.signed.ad_referendum": "{who:^} {who:|signe|signent} « {treaty} » ad referendum[[, avec réserve sur {excluded}]].",
    "tale.confirmed": "{who:^} {who:|confirme|confirment} la signature de « {treaty} ».",
    "tale.reservation.accepted": "{who:^} {who:|accepte|acceptent} les réserves {other:of} à « {treaty} ».",
    "tale.reservation.objected": "{who:^} {who:|fait|font} objection aux réserves {other:of} à « {treaty} ».",
    "tale.reservation.refused": (
        "{who:^} {who:|fait|font} objection aux réserves {other:of} à « {treaty} » et {who:|refuse|refusent} toute relation conventionnelle."
    ),
    "reservation.exclude": "L'{article} ne s'applique pas {who:to}.",
    "reservation.spare": "Au titre de l'{article}, {who} {who:|ne doit|ne doivent} rien contre {powers}.",
    "reservation.await.upon_recommendation": (
        "Au titre de l'{article}, {who} {who:|ne doit|ne doivent} assistance que sur recommandation."
    ),
    "reservation.await.after_consultation": (
        "Au titre de l'{article}, {who} {who:|ne doit|ne doivent} assistance qu'après consultation entre les parties."
    ),
    "reservation.await.as_each_judges": "Au titre de l'{article}, il appartient {who:to} de juger si l'assistance est due.",
    "reservation.lessen.military": "Au titre de l'{article}, {who} {who:|n'assiste|n'assistent} que par des moyens militaires.",
    "reservation.lessen.economic": "Au titre de l'{article}, {who} {who:|n'assiste|n'assistent} que par des moyens économiques.",
    "reservation.lessen.diplomatic": "Au titre de l'{article}, {who} {who:|n'assiste|n'assistent} que par des moyens diplomatiques.",
    "reservation.wait_for": (
        "Au titre de l'{article}, {who} {who:|ne doit|ne doivent} assistance que si {power} {power:|prête|prêtent} aussi assistance."
    ),
    "reservation.leave_out": "Au titre de l'{article}, {who} {who:|ne doit|ne doivent} rien à raison {stakes:of}.",
    "tale.reservation_withdrawn": "{who:^} {who:|retire|retirent} {who:|ses|leurs} réserves à « {treaty} » ({article}).",
    "tale.nullity_invoked.fraud": "{who:^} {who:|tient|tiennent} pour nul {who:|son|leur} consentement à « {treaty} », surpris par dol.",
    "tale.nullity_invoked.coercion": (
        "{who:^} {who:|tient|tiennent} pour nul {who:|son|leur} consentement à « {treaty} », obtenu par la menace ou l'emploi de la force."
    ),
    "tale.found_void.fraud": (
        "L'animateur constate que le consentement {who:of} à « {treaty} » a été surpris par dol, et qu'il est nul (CVDT 49)."
    ),
    "tale.found_void.fraud.by": "{organ:^} constate que le consentement {who:of} à « {treaty} » a été surpris par dol, et qu'il est nul (CVDT 49).",
    "tale.found_void.coercion": (
        "L'animateur constate que le consentement {who:of} à « {treaty} » a été obtenu par la menace ou l'emploi de la force, "
        "et qu'il est nul (CVDT 52)."
    ),
    "tale.found_void.coercion.by": (
        "{organ:^} constate que le consentement {who:of} à « {treaty} » a été obtenu par la menace ou l'emploi de la force, "
        "et qu'il est nul (CVDT 52)."
    ),
    "tale.ratification_failed": "La ratification de « {treaty} » échoue {who:in}.",
    "tale.accession_invited": "{who:^} {who:|invite|invitent} {other} à adhérer à « {treaty} ».",
    "tale.accession_opened": "Toutes les parties ont invité {who} à adhérer à « {treaty} ».",
    "tale.acceded": "{who:^} {who:|adhère|adhèrent} à « {treaty} »[[, avec réserve sur {excluded}]].",
    "tale.registered": "{who:^} {who:|fait|font} enregistrer « {treaty} ».",
    "tale.denounced": "{who:^} {who:|dénonce|dénoncent} « {treaty} » avec effet au {date}.",
    "tale.end_agreed": "{who:^} {who:|consent|consentent} à l'extinction de « {treaty} ».",
    "tale.guarantors_called": (
        "{who:^} {who:|fait|font} appel à {who:|ses|leurs} garants en vertu de « {treaty} » : {against} {against:|a|ont} violé {broken}."
    ),
    "tale.protested.meanwhile": (
        "{who:^} {who:|proteste|protestent} contre l'atteinte portée par {other} à l'objet de « {treaty} » avant son entrée en vigueur (CVDT 18)."
    ),
    "tale.protested.guaranteed": "{who:^} {who:|proteste|protestent}, au titre de « {treaty} », contre ce qui a été violé par {other}.",
    "tale.protested": "{who:^} {who:|proteste|protestent} contre la violation de « {treaty} » par {other}.",
    "tale.suspended": "{who:^} {who:|suspend|suspendent} « {treaty} » à l'égard {other:of} pour violation.",
    "tale.resumed": "{who:^} {who:|remet|remettent} « {treaty} » en application à l'égard {other:of}.",
    "tale.termination_invoked": "{who:^} {who:|invoque|invoquent} une violation de la part {other:of} pour mettre fin à « {treaty} ».",
    "tale.denunciation_revoked": "{who:^} {who:|revient|reviennent} sur {who:|sa|leur} dénonciation de « {treaty} ».",
    "tale.left.expired": "Le terme de « {treaty} » est échu à l'égard {who:of}.",
    "tale.left.denounced": "La dénonciation de « {treaty} » prend effet à l'égard {who:of}.",
    "tale.left.terminated": "Les autres parties à « {treaty} » y mettent fin à l'égard {who:of} pour violation.",
    "tale.left.consent": "« {treaty} » prend fin à l'égard {who:of} du consentement des autres parties.",
    "tale.left.fell": "L'annexe « {treaty} » prend fin à l'égard {who:of} avec le traité principal.",
    "tale.left.void": "« {treaty} » est nul à l'égard {who:of}.",
    "tale.left.unrelated": "« {treaty} » cesse de lier {who}, faute de relations conventionnelles avec une autre partie.",
    "tale.left.lapsed": "« {treaty} » devient caduc à l'égard {who:of}.",
    "tale.renewed": "« {treaty} » est renouvelé par tacite reconduction jusqu'au {date}.",
    "tale.ended.expired": "« {treaty} » vient à expiration.",
    "tale.ended.denounced": "« {treaty} » prend fin par dénonciation.",
    "tale.ended.terminated": "« {treaty} » prend fin pour violation.",
    "tale.ended.consent": "« {treaty} » prend fin du consentement de toutes les parties.",
    "tale.ended.fell": "« {treaty} » prend fin avec le traité auquel il était annexé.",
    "tale.ended.void": "« {treaty} » est nul.",
    "tale.ended.unrelated": "« {treaty} » ne lie plus personne, faute de relations conventionnelles entre ses parties.",
    "tale.ended.lapsed": "« {treaty} » devient caduc sans être entré en vigueur.",
    "tale.shown.notified": "Le texte « {treaty} » est porté à la connaissance d'une autre puissance.",
    "tale.shown.invited": "Le texte « {treaty} » est remis avec une invitation à adhérer.",
    "end.expired": "expiré",
    "end.denounced": "dénoncé",
    "end.terminated": "terminé pour violation",
    "end.consent": "éteint par consentement",
    "end.fell": "éteint avec le traité principal",
    "end.void": "nul",
    "end.unrelated": "privé d'effet par le refus d'une réserve",
    "end.lapsed": "caduc",
    "answer.accepted": "accepter",
    "answer.objected": "faire objection",
    "answer.refused": "faire objection et refuser toute relation conventionnelle",
}
