"""Y: what YAML itself would take otherwise than it was meant."""

from __future__ import annotations

from scenarios.reading.rules.base import Book, rule

NOT_USED_HERE = (
    "A scenario says everything once and in plain sight; what other files may do with {what} is refused.",
    "Un scénario dit chaque chose une fois et en clair ; ce que d'autres fichiers font avec {what} est refusé.",
)
TWICE = (
    "YAML programs keep the last of two keys and say nothing; the first would be lost.",
    "Les programmes YAML gardent la seconde de deux clés sans rien dire ; la première serait perdue.",
)
UNREADABLE = (
    "Nothing can be read beyond this place until it is put right.",
    "Rien ne peut être lu au-delà de cet endroit avant correction.",
)
LIMITS = (
    "A scenario of forty pages takes a tenth of what is allowed; more is a mistake or an attack.",
    "Un scénario de quarante pages prend un dixième de ce qui est permis ; davantage est une erreur ou une attaque.",
)
COMMA = (
    "Inside { } a comma starts the next entry, so that a text would be cut there in silence.",
    "Entre { }, une virgule ouvre l'entrée suivante : le texte y serait coupé en silence.",
)

NAME = "name: {en: Northland, fr: le Nordland}"

WRITING: Book = {
    "too_large": rule(
        "Y001", "the file is larger than {limit} bytes", "le fichier dépasse {limit} octets", LIMITS,
        "format: 1", "#" * 2_000_001 + "\nformat: 1", ("format: 1", "(2 000 001)"),
    ),
    "too_deep": rule(
        "Y001", "the file is nested too deeply, or holds too many values", "le fichier est trop imbriqué, ou contient trop de valeurs", LIMITS,
        "place: [0, 0]", f"place: {'[' * 40}{']' * 40}", ("place: [0, 0]", "place: [[[[[[[[[[[[[[[[[[[[[[[[[[..."),
    ),
    "tab": rule(
        "Y002", "a tab is used for indentation", "une tabulation sert de retrait",
        ("Programs differ on how wide a tab is, so that YAML takes spaces only.", "La largeur d'une tabulation varie : YAML ne prend que des espaces."),
        "  summer: {date", "\tsummer: {date",
    ),
    "alias": rule(
        "Y003", "anchors and aliases (& and *) are not used here", "les ancres et les alias (& et *) ne s'emploient pas ici",
        (NOT_USED_HERE[0].replace("{what}", "& and *"), NOT_USED_HERE[1].replace("{what}", "& et *")),
        "place: [0, 0]", "place: &corner [0, 0]",
    ),
    "tag": rule(
        "Y004", "tags such as '{word}' are not used here", "les étiquettes telles que « {word} » ne s'emploient pas ici",
        (NOT_USED_HERE[0].replace("{what}", "!"), NOT_USED_HERE[1].replace("{what}", "!")),
        "divisions: 8", "divisions: !!int 8",
    ),
    "not_yaml": rule("Y005", "this cannot be read as YAML", "ceci n'est pas lisible comme du YAML", UNREADABLE, "format: 1", "%YAML 9.9\n---\nformat: 1"),
    "not_closed": rule(
        "Y005", "this brace or bracket is not closed properly", "cette accolade ou ce crochet n'est pas bien fermé", UNREADABLE,
        "- [northland, southland]", "- [northland, southland",
    ),
    "quote_open": rule(
        "Y005", "this quotation mark is not closed", "ce guillemet n'est pas fermé", UNREADABLE, "id: two-neighbours", 'id: "two-neighbours',
    ),
    "apostrophe": rule(
        "Y005", "this apostrophe ends the text, which goes on", "cette apostrophe termine le texte, qui continue", UNREADABLE,
        "title: {en: The River Pact, fr: Le pacte du fleuve}", "title: {en: The River Pact, fr: 'Le pacte de l'eau'}",
    ),
    "escape": rule(
        "Y005", "a backslash means something else between double quotes", "une barre oblique inverse a un autre sens entre guillemets doubles",
        UNREADABLE, "concluded_at: Bridgetown", 'concluded_at: "Bridge\\Town"',
    ),
    "colon": rule(
        "Y005", "a second ':' cannot stand here", "un second « : » ne peut se trouver ici", UNREADABLE,
        "  en: Two invented states", "  en: Two states: invented states", ("  en: Two invented states", "  en: Two states: invented states"),
    ),
    "no_colon": rule(
        "Y005", "a line 'key: value' is wanted here", "il faut ici une ligne « clé : valeur »", UNREADABLE,
        "    style: mediator", "    style mediator",
    ),
    "dash": rule(
        "Y005", "a list cannot start on this line", "une liste ne peut commencer sur cette ligne", UNREADABLE,
        "borders:\n  - [northland, southland]", "borders: - [northland, southland]",
    ),
    "indent": rule(
        "Y005", "this line does not stand under the lines that it belongs to", "cette ligne n'est pas alignée avec celles dont elle fait partie",
        UNREADABLE, "    delegation: {foreign_minister: Anna Berg}", "     delegation: {foreign_minister: Anna Berg}",
        ("    name: ...\n    delegation: ...", "    name: ...\n     delegation: ..."),
    ),
    "left_over": rule(
        "Y005", "the text ended before this", "le texte s'est terminé avant ceci", UNREADABLE,
        "concluded_at: Bridgetown", 'concluded_at: "Bridge" town', ("concluded_at: \"'Bridge' town\"", 'concluded_at: "Bridge" town'),
    ),
    "block_text": rule(
        "Y005", "nothing can follow > or | on its line", "rien ne peut suivre > ou | sur sa ligne", UNREADABLE,
        "  en: Two invented states share", "  en: > Two invented states share", ("en: >\n  Two invented states", "en: > Two invented states"),
    ),
    "starts_badly": rule(
        "Y005", "a text cannot start with this character", "un texte ne peut commencer par ce caractère", UNREADABLE,
        "id: two-neighbours", "id: @two-neighbours",
    ),
    "control": rule(
        "Y005", "a control character ({word}) stands in the file", "un caractère de commande ({word}) se trouve dans le fichier",
        ("It shows nothing, and could steer a reader's terminal.", "Il ne montre rien et pourrait piloter le terminal du lecteur."),
        "id: two-neighbours", "id: two-neighbours\a", ("id: two-neighbours", "id: two-neighbours\\a"),
    ),
    "not_utf8": rule(
        "Y005", "the file is not UTF-8 text", "le fichier n'est pas du texte UTF-8",
        ("Accents would come out wrong on another machine.", "Les accents seraient faux sur une autre machine."),
        "title: {en: Two Neighbours", "title: {en: Two \udce9 Neighbours", ("é (UTF-8)", "é (Latin-1)"),
    ),
    "empty_file": rule(
        "Y005", "the file is empty", "le fichier est vide",
        ("A scenario begins with 'format: 1'; `locarno new` writes a small one.", "Un scénario commence par « format: 1 » ; « locarno new » en écrit un petit."),
        "", "", ("format: 1 ...", ""),
    ),
    "second_document": rule(
        "Y005", "a second document starts here", "un second document commence ici",
        ("Everything after '---' would be left out.", "Tout ce qui suit « --- » serait laissé de côté."), "drafts:", "---\ndrafts:",
    ),
    "merge": rule(
        "Y006", "merge keys (<<) are not used here", "les clés de fusion (<<) ne s'emploient pas ici",
        (NOT_USED_HERE[0].replace("{what}", "<<"), NOT_USED_HERE[1].replace("{what}", "<<")),
        "peace: {kind: non_aggression}", "peace: {<<: {kind: non_aggression}}",
    ),
    "twice": rule("Y007", "'{word}' is given twice", "« {word} » est donné deux fois", TWICE, "divisions: 8", "divisions: 8\n    divisions: 9"),
    "comma": rule(
        "Y008", "the comma before '{word}' ended the text", "la virgule avant « {word} » a terminé le texte", COMMA,
        "text: {en: Hold the valley., fr:", "text: {en: Hold the valley, and the dams., fr:",
        ('{en: "Hold the valley, and the dams.", fr: ...}', "{en: Hold the valley, and the dams., fr: ...}"),
    ),
    "no_break": rule(
        "Y009", "a no-break space stands here", "une espace insécable se trouve ici",
        ("Pasted from a word processor, it makes the whole line one text.", "Collée d'un traitement de texte, elle fait de toute la ligne un seul texte."),
        "id: two-neighbours", "id:\xa0two-neighbours", ("id: two-neighbours", "id:·two-neighbours"),
    ),
    "odd_key": rule(
        "Y010", "a key must be one word", "une clé doit être un seul mot",
        ("A list or a block cannot be the name of something.", "Une liste ou un bloc ne peut nommer quelque chose."),
        "valley: {holder", "? [valley]\n  : {holder", ("valley: {holder: ...}", "? [valley]\n: {holder: ...}"),
    ),
    "ignore_unused": rule(
        "Y011", "nothing is left to ignore here under {word}", "il n'y a plus rien à taire ici sous {word}",
        ("A mark that silences nothing would one day hide something else.", "Une marque qui ne tait rien cacherait un jour autre chose."),
        "id: two-neighbours", "id: two-neighbours  # locarno: ignore A004", level="warning",
    ),
    "ignore_error": rule(
        "Y012", "{word} cannot be ignored", "{word} ne peut être tu",
        ("Only warnings and notes can be silenced, by a code that exists.", "Seuls les avertissements et les notes se taisent, par un code qui existe."),
        "id: two-neighbours", "id: two-neighbours  # locarno: ignore S003",
    ),
}  # fmt: skip
"""By the name that the reader uses; several rules may share a code."""
