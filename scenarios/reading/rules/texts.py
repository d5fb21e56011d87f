"""T: the words that players read."""

from __future__ import annotations

from scenarios.reading.rules.base import Book, rule

EACH = (
    "A player of the other language would read this one.",
    "Un joueur de l'autre langue lirait celle-ci.",
)

TEXTS: Book = {
    "text_missing": rule(
        "T001", "there is no '{lang}' text", "il n'y a pas de texte « {lang} »", EACH,
        "title: {en: The River Pact, fr: Le pacte du fleuve}", "title: {en: The River Pact}", level="warning",
    ),
    "text_gaps": rule(
        "T001", "the translation '{lang}' lacks {missing} of {texts} texts", "il manque {missing} textes sur {texts} à la traduction « {lang} »", EACH,
        "events:\n",
        "events:\n  rumour: {turn: spring, title: {en: A rumour, fr: Une rumeur}, text: {en: Hm., fr: Hum.}, asks: northland, default: go, source: Invented., "
        "choices: {go: {label: {en: Go, fr: Aller}}, stay: {label: {en: Stay, fr: Rester}}}}\n",
        ('title: {en: ..., fr: ...}\n(in the file of the translation: msgstr "...")', 'title: {en: ..., fr: ...}\n(in the file of the translation: msgstr "")'), level="warning",
    ),
    "text_single": rule(
        "T002", "this text is only in '{lang}'", "ce texte n'est qu'en « {lang} »", EACH,
        "title: {en: The River Pact, fr: Le pacte du fleuve}", "title: The River Pact", level="warning",
    ),
    "text_extra": rule(
        "T003", "language '{lang}' is not in 'languages: [{langs}]'", "la langue « {lang} » n'est pas dans « languages: [{langs}] »",
        ("Nobody would ever read it.", "Personne ne le lirait jamais."),
        "title: {en: The River Pact, fr:", "title: {en: The River Pact, es: Pacto, fr:", ("{en: ..., fr: ...}", "{en: ..., es: ..., fr: ...}"),
    ),
    "text_cut": rule(
        "T004", "the text stops before '{word}'", "le texte s'arrête avant « {word} »",
        ("' #' starts a comment, and the rest of the line is lost.", "« # » commence un commentaire, et la fin de la ligne est perdue."),
        "  en: Two invented states share", "  en: Two states, see #3, share", ("en: Two invented states", "en: Two states, see #3"), level="warning",
    ),
    "text_stale": rule(
        "T005", "the '{lang}' translation was made for other words", "la traduction « {lang} » a été faite pour d'autres mots",
        ("The text has changed since it was translated; `locarno texts status` lists them.", "Le texte a changé depuis ; « locarno texts status » les énumère."),
        "title: {en: The River Pact", "title: {en: The Pact of the River", level="warning",
    ),
    "text_unused": rule(
        "T006", "the '{lang}' translation has a text '{path}' that the scenario has not", "la traduction « {lang} » a un texte « {path} » que le scénario n'a pas",
        ("It was renamed or taken out.", "Il a été renommé ou ôté."), "river_pact:\n    title", "valley_pact:\n    title", ("river_pact", "valley_pact"), level="warning",
    ),
    "text_lines": rule(
        "T007", "'{path}' is read on one line, and its '{lang}' words hold a line break", "« {path} » se lit sur une ligne, et ses mots « {lang} » contiennent un saut de ligne",
        ("Titles, names and labels stand in lists and headings, which have one line for each.", "Les titres, les noms et les libellés figurent dans des listes et des en-têtes, à raison d'une ligne chacun."),
        "title: {en: The River Pact,", 'title: {en: "The River\\nPact",', ("title: {en: The River Pact, fr: ...}", 'title: {en: "The River\\nPact", fr: ...}'),
    ),
}  # fmt: skip
