"""A, continued: advice, given only on a file without errors; levels are never above a warning."""

from __future__ import annotations

from scenarios.reading.rules.base import Book, Rule, rule

SIGNATORIES = (
    "Only its signatories sign a treaty; a condition that waits for another waits for ever.",
    "Seuls ses signataires signent un traité ; une condition qui en attend un autre attend toujours.",
)
CERTAIN = (
    "The bounds of tracks, the signatories of treaties and the calendar settle the condition before play begins.",
    "Les bornes des jauges, les signataires des traités et le calendrier tranchent la condition avant le jeu.",
)
SOURCES = (
    "In a classroom somebody will ask where it comes from.",
    "En classe, quelqu'un demandera d'où cela vient.",
)
NOBODY = (
    "A draft is tabled by those who hold it, and signed by two powers at least.",
    "Un projet est déposé par ceux qui le détiennent, et signé par deux puissances au moins.",
)
LAST_WHEN = "when: river_pact.in_force or southland.support >= 70"
LAST_AIM = f"        {LAST_WHEN}\n        text: {{en: A pact or a contented country., fr: Un pacte ou un pays content.}}\n"
WESTLAND = "  westland: {name: {en: Westland, fr: le Westland}}\n"
"""A third power, for rules that need one."""

ADVICE: Book = {
    "cannot_sign": rule(
        "A006", "{power} can never be among the {group} of '{treaty}'", "{power} ne peut jamais être parmi « {treaty}.{group} »", SIGNATORIES,
        LAST_AIM, LAST_AIM.replace(LAST_WHEN, "when: westland in river_pact.signed") + WESTLAND,
        ("southland in river_pact.signed", "westland in river_pact.signed"), level="warning",
    ),
    "ending_never": rule(
        "A014", "the ending '{word}' can never be reached", "la fin « {word} » ne peut jamais être atteinte", CERTAIN,
        "when: southland in northland.at_war", "when: tension > 100", level="warning",
    ),
    "ending_behind": rule(
        "A014", "the ending '{word}' can never be reached: '{other}' comes before it whenever it could",
        "la fin « {word} » ne peut jamais être atteinte : « {other} » la précède chaque fois",
        ("Endings are tried from the top, at the close of every turn.", "Les fins s'essaient de haut en bas, à la clôture de chaque tour."),
        "when: southland in northland.at_war", "when: turn >= spring", ("war: ...\nas_before: {when: turn == autumn}", "war: {when: turn >= spring}\nas_before: ..."), level="warning",
    ),
    "runs_out": rule(
        "A015", "no ending is certain in the last turn, '{word}': the game may end without one",
        "aucune fin n'est certaine au dernier tour, « {word} » : la partie peut s'achever sans fin",
        ("Let the last ending hold whatever has happened.", "Que la dernière fin vaille quoi qu'il soit arrivé."),
        "  as_before:\n    when: turn == autumn\n", "  as_before:\n    when: turn == autumn and tension < 50\n",
        ("as_before: {when: turn == autumn}", "as_before: {when: turn == autumn and tension < 50}"), level="note",
    ),
    "objective_always": rule(
        "A016", "the objective '{word}' of {power} is always met", "l'objectif « {word} » de {power} est toujours atteint", CERTAIN,
        "when: valley.holder == southland", "when: tension >= 0", level="warning",
    ),
    "objective_never": rule(
        "A017", "the objective '{word}' of {power} can never be met", "l'objectif « {word} » de {power} ne peut jamais être atteint", CERTAIN,
        "when: valley.holder == southland", "when: count(river_pact.signed) >= 3", level="warning",
    ),
    "event_never": rule(
        "A011", "'{word}' can never happen", "« {word} » ne peut jamais arriver", CERTAIN,
        "    turn: summer\n    title", "    turn: summer\n    when: turn == autumn\n    title",
        ("flood: {turn: summer, when: tension > 30}", "flood: {turn: summer, when: turn == autumn}"), level="warning",
    ),
    "thought_never": rule(
        "A018", "'{word}' can never apply", "« {word} » ne peut jamais s'appliquer", CERTAIN,
        "when: turn == spring", "when: turn == spring and tension > 100", level="warning",
    ),
    "unseen": rule(
        "A023", "{power} never learns of '{word}': for it that is always {value}", "{power} n'apprend jamais « {word} » : pour elle, cela vaut toujours {value}",
        ("The computer decides by what its power knows, as a player would.", "L'ordinateur décide d'après ce que sait sa puissance, comme le ferait un joueur."),
        "        when: turn == spring\n", "        when: trust(southland, northland) >= 50\n", level="warning",
    ),
    "cannot_do": rule(
        "A019", "{power} can never do what '{word}' says: {why}", "{power} ne peut jamais faire ce que dit « {word} » : {why}",
        ("The computer plays by the same rules as everybody; it would leave the act undone.", "L'ordinateur suit les mêmes règles que tous ; il n'en ferait rien."),
        "then: [{tables: river_pact}]", "then: [{chooses: {event: flood, choice: swim}}]", level="warning",
    ),
    "idle": rule(
        "A020", "{power} has nothing to table, sign, order or answer in '{turn}'", "{power} n'a rien à déposer, signer, ordonner ou répondre à « {turn} »",
        ("A player with nothing to do leaves the table in mind.", "Un joueur sans rien à faire quitte la table en pensée."),
        LAST_AIM, LAST_AIM + WESTLAND, ("westland: {divisions: 4, ...}", "westland: {...}"), level="note",
    ),
    "figure_unsourced": rule(
        "A021", "the strength of {word} has no source under 'figures'", "la force de {word} n'a pas de source sous « figures »", SOURCES,
        "    figures: {en: Invented., fr: Inventé.}\n    place: [0, 0]", "    place: [0, 0]", ("divisions: 8\nfigures: {en: ...}", "divisions: 8"), level="note",
    ),
    "way_unsourced": rule(
        "A021", "what the way from {one} to {other} carries, or who commands it, has no source under 'figures'",
        "ce que porte la route de {one} à {other}, ou qui la commande, n'a pas de source sous « figures »", SOURCES,
        "borders:\n  - [northland, southland]\n", "borders:\n  - [northland, southland]\nroutes:\n  - {between: [northland, southland], carries: 3}\n",
        ("routes:\n  - {between: [northland, southland], carries: 3, figures: {en: ...}}", "routes:\n  - {between: [northland, southland], carries: 3}"), level="note",
    ),
    "event_unsourced": rule(
        "A021", "'{word}' has no source", "« {word} » n'a pas de source", SOURCES, "    source: Invented.\n", "", ("source: ...", ""), level="note",
    ),
    "no_sources": rule(
        "A021", "the scenario lists no sources", "le scénario n'indique aucune source", SOURCES, "sources:\n  - Invented for this page.\n", "",
        ("sources:\n  - ...", ""), level="note",
    ),
    "patrol_nowhere": rule(
        "A025", "'{word}' promises a patrol of '{stake}' that no order can send", "« {word} » promet une patrouille de « {stake} » qu'aucun ordre ne peut envoyer",
        ("A patrol needs a place through which a sea route leads, and the order patrol among the scenario's orders.",
         "Une patrouille demande un lieu par lequel passe une route maritime, et l'ordre patrol parmi les ordres du scénario."),
        "peace: {kind: non_aggression}", "peace: {kind: naval_patrol, zone: valley}", level="warning",
    ),
    "powers_kept": rule(
        "A026", "{power} {why}: this changes nothing", "{power} {why} : cela ne change rien",
        ("Full powers are issued to a delegation that lacks them (full_powers: false), and recalled from one that has them.",
         "Les pleins pouvoirs se donnent à une délégation qui ne les a pas (full_powers: false), et se retirent à celle qui les a."),
        "          - change: {tension: +5}\n", "          - issue_full_powers: southland\n",
        ("effects: [{change: {tension: +5}}]", "effects: [{issue_full_powers: southland}]"), level="warning",
    ),
    "nobody_tables": rule(
        "A022", "nobody holds '{word}', so that nobody can table it", "nul ne détient « {word} » : nul ne peut le déposer", NOBODY,
        "held_by: [northland]", "held_by: []", level="warning",
    ),
    "nobody_signs": rule(
        "A022", "'{word}' has fewer than two signatories", "« {word} » a moins de deux signataires", NOBODY,
        "drafts:\n",
        "drafts:\n  note: {title: {en: A note, fr: Une note}, held_by: [northland], signatories: [northland], articles: {wish: {kind: declaration, text: {en: Peace., fr: Paix.}}}}\n",
        ("signatories: [northland, southland]", "signatories: [northland]"), level="warning",
    ),
}  # fmt: skip

PLAYED = (
    "Seen in two hundred games of scripted powers, the same every time; people may play otherwise.",
    "Vu en deux cents parties de puissances scriptées, les mêmes chaque fois ; des personnes peuvent jouer autrement.",
)


def played(code: str, en: str, fr: str, good: str, bad: str, shown: tuple[str, str]) -> Rule:
    """A note that only games can give."""
    return rule(code, en, fr, PLAYED, good, bad, shown, level="note")


NEVER_WANTED = ("values: {peace: +10, talks: +5}", "values: {peace: -90, talks: -90}", ("values: {peace: +10}", "values: {peace: -90}"))

DEPTH: Book = {
    "deep_event": played(
        "A030", "'{word}' happened in none of {games} games", "« {word} » n'est arrivé dans aucune de {games} parties",
        "    turn: summer\n    title", "    turn: summer\n    when: tension > 95\n    title", ("when: tension > 30", "when: tension > 95"),
    ),
    "deep_ending": played(
        "A031", "the ending '{word}' was reached in none of {games} games", "la fin « {word} » n'a été atteinte dans aucune de {games} parties", *NEVER_WANTED,
    ),
    "deep_never": played(
        "A032", "the objective '{word}' of {power} was met in none of {games} games", "l'objectif « {word} » de {power} n'a été atteint dans aucune de {games} parties", *NEVER_WANTED,
    ),
    "deep_always": played(
        "A033", "the objective '{word}' of {power} was met in all of {games} games", "l'objectif « {word} » de {power} a été atteint dans toutes les {games} parties",
        "when: valley.holder == southland", "when: valley.holder == southland and tension < 99", ("when: southland.support >= 70", "when: tension < 99"),
    ),
    "deep_untabled": played(
        "A036", "nobody tabled '{word}' in any of {games} games", "nul n'a déposé « {word} » en {games} parties",
        "endings:\n",
        "councils:\n  board: {name: {en: the Board, fr: le Comité}, type: committee, permanent: [northland, southland]}\nresolutions:\n"
        "  gauge: {council: board, title: {en: A gauge, fr: Une échelle}, article: any_matter, held_by: [northland], "
        "paragraphs: {water: {note: {text: {en: that the water is high, fr: que l'eau est haute}}}}}\nendings:\n",
        ("then: [{introduces: {resolution: gauge, item: water}}]", "then: []"),
    ),
    "deep_unsigned": played(
        "A034", "nobody signed '{word}' in any of {games} games", "nul n'a signé « {word} » en {games} parties", *NEVER_WANTED,
    ),
    "deep_idle": played(
        "A035", "{power} did nothing of its own in {names}, in any of {games} games", "{power} n'a rien fait d'elle-même à {names}, en {games} parties",
        LAST_AIM, LAST_AIM + WESTLAND, ("westland: {divisions: 4, ...}", "westland: {...}"),
    ),
}  # fmt: skip
