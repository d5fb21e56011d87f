"""What the commands say, in English and French."""

from __future__ import annotations

import locale
import os

from client.commands.author_texts import AUTHOR
from engine.names import Lang

EN, FR = Lang("en"), Lang("fr")

WORDS: dict[str, tuple[str, str]] = {
    "about": ("Negotiate the treaties of the 1930s.", "Négocier les traités des années 1930."),
    "line_usage": ("usage:", "emploi :"),
    "line_positionals": ("what it takes", "ce qu'elle prend"),
    "line_options": ("options", "options"),
    "line_help": ("show this help and end", "montrer cette aide et finir"),
    "line_colon": (":", " :"),
    "line_command": ("COMMAND", "COMMANDE"),
    "line_number": ("'{word}' is not a whole number ({name})", "« {word} » n'est pas un nombre entier ({name})"),
    "line_choice": ("'{word}' cannot stand here ({name}); possible: {names}", "« {word} » ne peut se trouver ici ({name}) ; possible : {names}"),
    "line_value": ("{name} wants a value", "{name} veut une valeur"),
    "line_no_value": ("{name} takes no value", "{name} ne prend pas de valeur"),
    "line_ambiguous": ("'{word}' may be one of these: {names}", "« {word} » peut être l'une de celles-ci : {names}"),
    "line_required": ("wanting: {names}", "il manque : {names}"),
    "line_unknown": ("not known here: {names}", "inconnu ici : {names}"),
    "play": ("play alone against scripted powers", "jouer seul contre des puissances scriptées"),
    "host": ("host a game for others to join", "héberger une partie que d'autres rejoignent"),
    "join": ("join a game with its code", "rejoindre une partie avec son code"),
    "serve": ("run a server and take up its games", "faire tourner un serveur et reprendre ses parties"),
    "scenarios": ("list the scenarios", "lister les scénarios"),
    "simulate": ("let scripted powers play many games", "faire jouer de nombreuses parties aux puissances scriptées"),
    "replay": ("print the chronicle of a game", "imprimer la chronique d'une partie"),
    "scenario": ("a scenario's name, or a file", "le nom d'un scénario, ou un fichier"),
    "as": ("the power that you play", "la puissance que vous jouez"),
    "as_viewer": ("whose knowledge: a power, observer or facilitator", "selon qui : une puissance, observer ou facilitator"),
    "seed": ("the number that chance is drawn from", "le nombre dont le hasard est tiré"),
    "lang": ("language: en or fr", "langue : en ou fr"),
    "bind": ("the address to listen on", "l'adresse d'écoute"),
    "port": ("the port to listen on", "le port d'écoute"),
    "name": ("your name at the table", "votre nom à la table"),
    "games": ("how many games", "combien de parties"),
    "json": ("print JSON for a program to read", "imprimer du JSON pour un programme"),
    "file": ("a journal, or scenario files", "un journal, ou des fichiers de scénario"),
    "game": ("which game of the journal", "quelle partie du journal"),
    "data": ("the journal's file", "le fichier du journal"),
    "pace": ("untimed, lesson (40 minutes of play) or double (80)", "untimed, lesson (40 minutes de jeu) ou double (80)"),
    "hosting": ("{title}: the room is open.", "{title} : la salle est ouverte."),
    "hosting_how": ("Others join with:  locarno join {address} {code}", "Les autres entrent par :  locarno join {address} {code}"),
    "hosting_code": ("Join code: {code}", "Code de la partie : {code}"),
    "hosting_key": ("Your own seat as host (keep it secret):  locarno join {address} --token {token}", "Votre place d'hôte (à garder secrète) :  locarno join {address} --token {token}"),
    "serving": ("Listening on {address}, journal {file}. Ctrl+C stops in good order.", "À l'écoute sur {address}, journal {file}. Ctrl+C arrête en bon ordre."),
    "bye": ("Stopped. Nothing is lost: every game can be taken up again.", "Arrêté. Rien n'est perdu : chaque partie peut être reprise."),
    "port_in_use": ("{address} cannot be had ({why}). Try another --port.", "{address} n'est pas disponible ({why}). Essayez un autre --port."),
    "unknown_scenario": ("There is no scenario {name}", "Il n'y a pas de scénario {name}"),
    "unknown_power": ("{name} is not a power of this scenario: {names}.", "{name} n'est pas une puissance de ce scénario : {names}."),
    "steps_of_broken": ("{scenario} has errors: mend them first", "{scenario} comporte des erreurs : les corriger d'abord"),
    "unreadable": ("{name} cannot be read: {why}", "{name} ne peut être lu : {why}"),
    "no_terminal": ("This needs a terminal.", "Il faut un terminal."),
    "which_game": ("The journal holds several games; name one with --game: {names}", "Le journal contient plusieurs parties ; nommez-en une avec --game : {names}"),
    "no_game": ("The journal holds no such game.", "Le journal ne contient pas cette partie."),
    "journal_fault": ("The journal {file} cannot be used: {why}", "Le journal {file} est inutilisable : {why}"),
    "crashed": ("Something went wrong inside Locarno. Your games are on disk. A report is in {file}.", "Une erreur interne est survenue. Vos parties sont sur le disque. Un rapport se trouve dans {file}."),
    "positive": ("{name} must be a whole number from {low} to {high}.", "{name} doit être un nombre entier de {low} à {high}."),
    **AUTHOR,
}  # fmt: skip


def language(wanted: str | None = None) -> Lang:
    """The language asked for, else the system's, else English."""
    if wanted is not None and wanted in (EN, FR):
        return Lang(wanted)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return FR if value.lower().startswith("fr") else EN
    system = locale.getlocale()[0] or ""
    return FR if system.lower().startswith("fr") else EN


def words(lang: Lang, key: str, **slots: object) -> str:
    """One sentence."""
    return WORDS[key][1 if lang == FR else 0].format(**slots)


def system_says(error: OSError) -> str:
    """Why the system refused, in its own words."""
    named = error.errno is not None and error.errno > 0
    return os.strerror(error.errno) if named and error.errno else error.strerror or str(error)


class Plain(Exception):
    """What ends a command with one clear line, and its exit code."""

    def __init__(self, line: str, code: int = 2) -> None:
        super().__init__(line)
        self.line, self.code = line, code
