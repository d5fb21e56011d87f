"""What the author's pages say, in English and French."""

from __future__ import annotations

from engine.names import Lang

PAGES: dict[str, tuple[str, str]] = {
    "calendar": ("Calendar", "Calendrier"),
    "turn": ("Turn", "Tour"),
    "date": ("Date", "Date"),
    "minutes": ("Minutes", "Minutes"),
    "happens": ("What happens", "Ce qui arrive"),
    "powers": ("The powers", "Les puissances"),
    "delegation": ("Delegation", "Délégation"),
    "divisions": ("Divisions: {number}. {figures}", "Divisions : {number}. {figures}"),
    "briefing": ("Briefing", "Instructions"),
    "objectives": ("Objectives", "Objectifs"),
    "objective": ("{points} points: {text}", "{points} points : {text}"),
    "secret": ("(secret)", "(secret)"),
    "computer": ("played by the computer", "jouée par l’ordinateur"),
    "in_force": ("Treaties in force", "Traités en vigueur"),
    "drafts": ("Texts in the files", "Textes dans les dossiers"),
    "drafts_yours": ("Texts in your files", "Textes dans vos dossiers"),
    "held": ("Held by {powers}, from {turn} on.", "Détenu par {powers}, à partir de : {turn}."),
    "events": ("Events", "Événements"),
    "when": ("when {condition}", "quand {condition}"),
    "chance": ("{n} % chance", "{n} % de chances"),
    "asks": ("asks {power}", "interroge {power}"),
    "choice": ("{label}: {effects}", "{label} : {effects}"),
    "nothing": ("nothing", "rien"),
    "endings": ("Endings", "Fins"),
    "councils": ("Councils", "Conseils"),
    "nobody": ("nobody yet", "personne encore"),
    "office": ("{office}: {person}", "{office} : {person}"),
    "sits": ("{name}: {powers}. Sits in: {turns}.", "{name} : {powers}. Siège à : {turns}."),
    "every_turn": ("every turn", "chaque tour"),
    "resolutions": ("Draft resolutions in the files", "Projets de résolution dans les dossiers"),
    "stakes": ("What is at stake", "Les enjeux"),
    "holder": ("Held by", "Tenu par"),
    "stake": ("Stake", "Enjeu"),
    "tracks": ("Tracks", "Jauges"),
    "start": ("{name}: {value}", "{name} : {value}"),
    "glossary": ("Words", "Mots"),
    "sources": ("Sources", "Sources"),
    "report": ("{title}: {games} games of scripted powers", "{title} : {games} parties de puissances scriptées"),
    "report_how": (
        "Seeds {first} to {last}; the same seeds give the same games. {seconds} s.",
        "Graines {first} à {last} ; les mêmes graines donnent les mêmes parties. {seconds} s.",
    ),
    "signatures": ("Signatures", "Signatures"),
    "scores": ("Scores", "Scores"),
    "least": ("least", "min."),
    "mean": ("mean", "moyenne"),
    "most": ("most", "max."),
    "met": ("met", "atteint"),
    "power": ("Power", "Puissance"),
    "share": ("share of games", "part des parties"),
    "no_ending": ("(the calendar ran out)", "(le calendrier s’est épuisé)"),
    "tracks_by_turn": ("Tracks by turn: mean, and least to most", "Jauges par tour : moyenne, et du minimum au maximum"),
    "wars": ("Games with a war: {n} of {games}.", "Parties avec guerre : {n} sur {games}."),
    "slowest": ("The longest turn for the computer: {turn}, {acts} acts a game.", "Le tour le plus long pour l’ordinateur : {turn}, {acts} actes par partie."),
    "recorded": (
        "Written from a game. Change what is to go otherwise and take out what does not matter: each act on a line, 'close' goes on, 'expect' checks. The comments say what each could do, when it could first be done.",
        "Écrit d’après une partie. Changer ce qui doit aller autrement, ôter ce qui n’importe pas : un acte par ligne, « close » fait avancer, « expect » vérifie. Les commentaires disent ce que chacun pouvait faire, dès que cela se pouvait.",
    ),
    "open_talks": ("Talks. Messages and texts of one's own apart, now open:", "Pourparlers. Désormais possible, outre les messages et les textes de sa plume :"),
    "open_session": ("Session of a conference. Now open:", "Séance d’une conférence. Désormais possible :"),
    "open_session_debate": ("Session of an organ, the debate. Now open:", "Séance d’un organe, le débat. Désormais possible :"),
    "open_session_ruling": ("Session of an organ: the president is to rule. Now open:", "Séance d’un organe : le président doit statuer. Désormais possible :"),
    "open_session_challenge": ("Session of an organ: the ruling may be challenged. Now open:", "Séance d’un organe : la décision du président peut être contestée. Désormais possible :"),
    "open_session_vote": ("Session of an organ, the vote. Now open:", "Séance d’un organe, le vote. Désormais possible :"),
    "open_orders": ("Orders, which are sealed. Now open:", "Ordres, scellés. Désormais possible :"),
    "open_crisis": ("Crisis. Now open:", "Crise. Désormais possible :"),
}  # fmt: skip


def page_words(lang: Lang, key: str, **slots: object) -> str:
    """One sentence of a page."""
    return PAGES[key][1 if lang == "fr" else 0].format(**slots)
