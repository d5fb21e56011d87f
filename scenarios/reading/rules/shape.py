"""S: what stands in the file is not what the format has there."""

from __future__ import annotations

from scenarios.reading.rules.base import Book, rule

SHAPE: Book = {
    "want": rule(
        "S001", "'{path}' must be {wanted}, not {got}", "« {path} » doit être {wanted}, et non {got}",
        ("Each place of the format holds either one value, a list, or a block of lines.", "Chaque endroit du format contient une valeur, une liste ou un bloc de lignes."),
        "held_by: [northland]", "held_by: northland",
    ),
    "not_a_value": rule(
        "S002", "'{word}' is not a value of '{path}'", "« {word} » n'est pas une valeur de « {path} »",
        ("Some keys take one word of a short list.", "Certaines clés prennent un mot d'une courte liste."), "style: client", "style: clint",
    ),
    "unknown_key": rule(
        "S003", "unknown key '{word}' in {path}", "clé inconnue « {word} » dans {path}",
        ("The game would not use it, so it is refused rather than passed over.", "Le jeu ne s'en servirait pas : elle est refusée plutôt qu'ignorée."),
        "divisions: 8", "division: 8",
    ),
    "lacks": rule(
        "S004", "{path} lacks: {word}", "dans {path}, il manque : {word}",
        ("The game cannot do without it.", "Le jeu ne peut s'en passer."), "valley: {holder: southland, place", "valley: {place",
        ("valley: {holder: southland, name: ...}", "valley: {name: ...}"),
    ),
    "one_verb": rule(
        "S005", "{path} must have exactly one verb, it has {word}", "{path} doit avoir exactement un verbe, il en a {word}",
        ("An effect is one verb with its particulars; two effects are two lines.", "Un effet est un verbe et son objet ; deux effets font deux lignes."),
        "- change: {tension: +5}", "- {change: {tension: +5}, say: {en: Late., fr: Trop tard.}}",
    ),
    "empty": rule(
        "S006", "'{path}' is empty", "« {path} » est vide",
        ("Leave the key out, or say something.", "Ôter la clé, ou dire quelque chose."), "concluded_at: Bridgetown", "concluded_at:",
    ),
    "truth": rule(
        "S007", "'{path}' must be true or false, not '{word}'", "« {path} » doit être true ou false, et non « {word} »",
        ("Programs differ on yes, no, on and off.", "Les programmes ne s'accordent pas sur yes, no, on et off."), "secret: true", "secret: yes",
    ),
    "date": rule(
        "S008", "'{word}' is not a date", "« {word} » n'est pas une date",
        ("Dates are written year, month, day, and must exist.", "Les dates s'écrivent année, mois, jour, et doivent exister."),
        "{date: 1930-07-01", "{date: 1930-13-01",
    ),
    "number": rule(
        "S009", "'{path}' must be a whole number, not '{word}'", "« {path} » doit être un nombre entier, et non « {word} »",
        ("Only digits: 010 is ten here, 0x1f or 1e3 is nothing.", "Des chiffres seulement : 010 vaut dix ici, 0x1f ou 1e3 rien."), "divisions: 8", "divisions: eight",
    ),
    "unsigned": rule(
        "S010", "'{path}' is a change: write +{word} or -{word}", "« {path} » est une variation : écrire +{word} ou -{word}",
        ("With its sign one sees that the number is added and not set.", "Avec son signe, on voit que le nombre s'ajoute et ne remplace pas."),
        "{tension: +5}", "{tension: 5}",
    ),
    "length": rule(
        "S011", "'{path}' must hold {wanted} values, not {got}", "« {path} » doit comporter {wanted} valeurs, et non {got}",
        ("A place has two numbers, a border two powers.", "Un endroit a deux nombres, une frontière deux puissances."), "place: [0, 0]", "place: [0, 0, 0]",
    ),
    "no_kind": rule(
        "S012", "{path} does not say its kind", "{path} ne dit pas son genre",
        ("The kind decides what the article obliges whom to.", "Le genre décide de ce que l'article impose, et à qui."),
        "talks: {kind: consultation, on: threat}", "talks: {on: threat}",
    ),
    "format": rule(
        "S013", "format {word} is not known to this version", "le format {word} n'est pas connu de cette version",
        ("`locarno upgrade` rewrites an older file; a newer one needs a newer program.", "« locarno upgrade » récrit un fichier plus ancien ; un plus récent demande un programme plus récent."),
        "format: 1", "format: 7",
    ),
    "repeated": rule(
        "S014", "'{word}' stands twice in this list", "« {word} » figure deux fois dans cette liste",
        ("Once is enough; the second may stand for a name that is missing.", "Une fois suffit ; le second cache peut-être un nom oublié."),
        "signatories: [northland, southland]", "signatories: [northland, southland, northland]",
    ),
    "period": rule(
        "S015", "'{path}' must be a period such as '6 months', not '{word}'", "« {path} » doit être une durée comme « 6 months », et non « {word} »",
        ("A number, a space, then days, months or years.", "Un nombre, une espace, puis days, months ou years."), "concluded_at: Bridgetown", "notice: soon",
        ("notice: 6 months", "notice: soon"),
    ),
    "figures": rule(
        "S016", "'{path}' is too large a number: '{word}'", "« {path} » est un nombre trop grand : « {word} »",
        ("A whole number has nine figures at most.", "Un nombre entier a neuf chiffres au plus."), "divisions: 8", "divisions: 1000000000",
    ),
}  # fmt: skip
