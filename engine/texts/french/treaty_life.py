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
    "entry.parent.met": "Le traité auquel il est annexé est en vigueur : {treaty}.",
    "entry.parent.missing": "Il attend le traité auquel il est annexé : {treaty}.",
    "entry.to_confirm": "Signature sous réserve de confirmation (CVDT 12) : {powers}.",
    "entry.to_ratify": "Signature donnée, ratification attendue : {powers}. D'ici là, rien ne doit priver le traité de son objet (CVDT 18).",
    "tale.joined": "Le texte « {treaty} » entre en vigueur à l'égard {who:of}.",
}
