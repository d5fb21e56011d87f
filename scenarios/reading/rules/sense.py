"""A: the file can be read, and what it says makes no sense, or probably not the sense that was meant."""

from __future__ import annotations

from scenarios.reading.rules.base import Book, rule

EVENTS = (
    "An event with choices asks one power; one that asks offers choices; one that neither says nor does anything is no event.",
    "Un événement à choix interroge une puissance ; s'il interroge, il offre des choix ; s'il ne dit ni ne fait rien, ce n'en est pas un.",
)
PROFILE = (
    "A power that nobody plays is played by the computer, which needs to know what the power wants.",
    "Une puissance sans joueur est jouée par l'ordinateur, qui doit savoir ce qu'elle veut.",
)

SENSE: Book = {
    "no_objective": rule(
        "A001", "{word} is offered to players but has no objective", "{word} est offert aux joueurs, mais n'a pas d'objectif",
        ("Its players could neither win nor lose.", "Ses joueurs ne pourraient ni gagner ni perdre."),
        "    objectives:\n      peace_on_paper:\n        points: 60\n        when: river_pact.in_force\n"
        "        text: {en: Bring the pact into force., fr: Faire entrer le pacte en vigueur.}\n      calm:\n        points: 40\n"
        "        when: tension < 50 and count(northland.at_war) == 0\n        text: {en: No war and little tension., fr: Pas de guerre et peu de tension.}\n",
        "", ("objectives: {peace_on_paper: ...}", "(no objectives)"), level="warning",
    ),
    "asks_nobody": rule(
        "A002", "'{word}' has choices but asks nobody", "« {word} » offre un choix, mais ne demande à personne", EVENTS,
        "    asks: northland\n    default: watch\n", "    default: watch\n", ("asks: northland\nchoices: ...", "choices: ..."),
    ),
    "no_choices": rule(
        "A002", "'{word}' asks {power} but offers no choices", "« {word} » interroge {power} sans offrir de choix", EVENTS,
        "    choices:\n      help:\n        label: {en: Send boats, fr: Envoyer des bateaux}\n        effects:\n"
        "          - change: {tension: -10, southland.trust.northland: +15}\n      watch:\n        label: {en: Watch, fr: Regarder}\n"
        "        effects:\n          - change: {tension: +5}\n", "", ("asks: northland\nchoices: ...", "asks: northland"),
    ),
    "asked_in_the_dark": rule(
        "A002", "'{word}' asks {power}, which is not among those that know of it", "« {word} » interroge {power}, qui n'est pas de ceux qui le connaissent", EVENTS,
        "asks: northland\n", "asks: northland\n    known_to: [southland]\n",
    ),
    "does_nothing": rule(
        "A003", "'{word}' does nothing and says nothing", "« {word} » ne fait rien et ne dit rien", EVENTS,
        "    text: {en: The valley is under water., fr: La vallée est sous les eaux.}\n    asks: northland\n    default: watch\n    choices:\n      help:\n"
        "        label: {en: Send boats, fr: Envoyer des bateaux}\n        effects:\n          - change: {tension: -10, southland.trust.northland: +15}\n"
        "      watch:\n        label: {en: Watch, fr: Regarder}\n        effects:\n          - change: {tension: +5}\n",
        "", ("flood: {turn: summer, title: ..., text: ...}", "flood: {turn: summer, title: ...}"), level="warning",
    ),
    "no_mind": rule(
        "A004", "{word} cannot be played and has no profile under 'ai'", "{word} ne peut être joué et n'a pas de profil sous « ai »", PROFILE,
        "        text: {en: A pact or a contented country., fr: Un pacte ou un pays content.}\n",
        "        text: {en: A pact or a contented country., fr: Un pacte ou un pays content.}\n"
        "  westland: {name: {en: Westland, fr: le Westland}, playable: false}\n",
        ("westland: {playable: false, ...}\nai: {westland: ...}", "westland: {playable: false, ...}\nai: {}"),
    ),
    "no_profile": rule(
        "A004", "{word} has no profile under 'ai'", "{word} n'a pas de profil sous « ai »", PROFILE,
        "  southland:\n    style: client\n    values: {peace: +10, talks: +5}\n    walk_away: 5\n", "", ("ai: {northland: ..., southland: ...}", "ai: {northland: ...}"),
        level="warning",
    ),
    "date_order": rule(
        "A005", "'{word}' is not later than the turn before it", "« {word} » n'est pas postérieur au tour qui le précède",
        ("Turns stand in the order in which they are played.", "Les tours se suivent dans l'ordre où ils se jouent."), "{date: 1930-07-01", "{date: 1930-03-01",
    ),
    "too_few": rule(
        "A007", "the scenario needs at least {wanted} of {path}", "il faut au scénario au moins {wanted} de {path}",
        ("Two powers, one turn, one language and one ending are the least that can be played.", "Deux puissances, un tour, une langue et une fin sont le moins qu'on puisse jouer."),
        "  war:\n    when: southland in northland.at_war\n    title: {en: War on the river, fr: Guerre sur le fleuve}\n"
        "  pact:\n    when: turn == autumn and river_pact.in_force\n    title: {en: Peace in writing, fr: La paix par écrit}\n"
        "  as_before:\n    when: turn == autumn\n    title: {en: Everything as before, fr: Tout comme avant}\n",
        "  {}\n", ("endings: {as_before: ...}", "endings: {}"),
    ),
    "faulty": rule(
        "A008", "'{article}' cannot stand: {fault_en}", "« {article} » ne peut subsister : {fault_fr}",
        ("The rules would refuse it at the table, with the same words.", "Les règles le refuseraient à la table, avec les mêmes mots."),
        "peace: {kind: non_aggression}", "peace: {kind: non_aggression, between: [northland]}",
    ),
    "no_articles": rule(
        "A009", "'{word}' has no article", "« {word} » n'a pas d'article",
        ("A treaty without an article obliges nobody to anything.", "Un traité sans article n'oblige personne à rien."),
        "drafts:\n",
        "drafts:\n  empty_pact: {title: {en: Nothing, fr: Rien}, held_by: [northland], signatories: [northland, southland], articles: {}}\n",
        ("articles: {peace: ...}", "articles: {}"),
    ),
    "start_outside": rule(
        "A010", "'{word}' starts at {start}, outside {low} to {high}", "« {word} » commence à {start}, hors de {low} à {high}",
        ("A track never leaves its bounds.", "Une jauge ne sort jamais de ses bornes."), "tension: {start: 40", "tension: {start: 140",
    ),
    "never": rule(
        "A011", "'{word}' has neither a turn nor a condition", "« {word} » n'a ni tour ni condition",
        ("It would happen at the very opening.", "Il arriverait dès l'ouverture."), "  flood:\n    turn: summer\n", "  flood:\n", ("flood: {turn: summer, ...}", "flood: {...}"), level="warning",
    ),
    "chance": rule(
        "A012", "a chance is from 1 to 100, not {word}", "une chance va de 1 à 100, et non {word}",
        ("It is given in per cent.", "Elle se donne en pour cent."), "    asks: northland", "    chance: 175\n    asks: northland", ("chance: 75", "chance: 175"),
    ),
    "border_self": rule(
        "A013", "a border or a route joins two different powers", "une frontière ou une route joint deux puissances différentes",
        ("Force passes from one power's land to another's.", "La force passe du territoire d'une puissance à celui d'une autre."),
        "- [northland, southland]", "- [northland, northland]",
    ),
    "no_host": rule(
        "A013", "{word} is a faction within itself, or within a faction", "{word} est une faction au sein d'elle-même, ou d'une faction",
        ("within names the state in whose affairs one interferes by aiding the faction.", "within nomme l'État dans les affaires duquel on s'ingère en aidant la faction."),
        "  northland:\n", "  northland:\n    within: northland\n",
        ("rebels: {within: northland, ...}", "rebels: {within: rebels, ...}"),
    ),
    "no_sea_to_command": rule(
        "A013", "a way over land has no sea that a fleet could command", "une route de terre n'a pas de mer qu'une flotte puisse commander",
        ("commanded_by names the power whose fleet keeps its foes off a sea.", "commanded_by nomme la puissance dont la flotte écarte ses ennemis d'une mer."),
        "borders:\n  - [northland, southland]\n",
        "borders:\n  - [northland, southland]\nroutes:\n  - {between: [northland, southland], by: land, commanded_by: northland, figures: {en: Invented., fr: Inventé.}}\n",
        ("routes:\n  - {between: [northland, southland], by: sea, commanded_by: northland, ...}", "routes:\n  - {between: [northland, southland], by: land, commanded_by: northland, ...}"),
    ),
    "no_arms": rule(
        "A027", "'{word}' is no class of arms to be built, or {number} of it is less than {least}", "« {word} » n'est pas une classe d'armes à construire, ou {number} en est moins que {least}",
        ("Divisions are counted by readiness; the other classes have a number, and an order builds one at the least.",
         "Les divisions se comptent par le degré de préparation ; les autres classes ont un nombre, et un ordre en construit une au moins."),
        "id: two-neighbours\n", "id: two-neighbours\nbuilding: {tanks: 0}\n",
        ("building: {tanks: 50}", "building: {tanks: 0}"),
    ),
    "open_cost": rule(
        "A024", "'{word}' is done in the dark, but '{track}' is moved before everybody", "« {word} » se fait dans l'ombre, mais « {track} » bouge devant tous",
        ("What a covert order costs would betray it.", "Le prix d'un ordre secret le trahirait."),
        "id: two-neighbours\n", "id: two-neighbours\norders: {leak: {support: -5}}\n",
        ("orders: {leak: {}}", "orders: {leak: {support: -5}}"),
    ),
}  # fmt: skip
