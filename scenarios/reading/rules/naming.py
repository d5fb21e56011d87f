"""N, R and C: the author's own names, where they are given, where they are used, and where a condition uses them."""

from __future__ import annotations

from scenarios.reading.rules.base import Book, rule

BARE = (
    "Conditions use the file's names bare, so that each must be a plain word and stand for one thing.",
    "Les conditions emploient les noms du fichier tels quels : chacun doit être un mot simple et ne désigner qu'une chose.",
)
DECLARED = (
    "A name is used that nothing in the file declares, or that is declared as something else.",
    "Un nom est employé que rien ne déclare dans le fichier, ou qui y désigne autre chose.",
)

NAMING: Book = {
    "bad_name": rule("N001", "'{word}' cannot be a name", "« {word} » ne peut être un nom", BARE, "  valley: {holder", "  The-Valley: {holder"),
    "name_taken": rule(
        "N002", "'{word}' is already the name of {kind}", "« {word} » est déjà le nom {of_kind}", BARE, "  valley: {holder", "  river_pact: {holder"
    ),
    "unknown": rule("R001", "no {kind} is called '{word}'", "{no_kind} ne s'appelle « {word} »", DECLARED, "held_by: [northland]", "held_by: [nordland]"),
    "condition": rule(
        "C001", "{fault_en}", "{fault_fr}",
        (
            "A condition is one expression of the file's own names, compared and joined by and, or, not.",
            "Une condition est une expression faite des noms du fichier, comparés et joints par and, or, not.",
        ),
        "when: river_pact.in_force\n", "when: river_pact.inforce\n", ("when: river_pact.in_force", "when: river_pact.inforce"),
    ),
}  # fmt: skip
