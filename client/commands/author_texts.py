"""What the author's commands say, in English and French."""

from __future__ import annotations

AUTHOR: dict[str, tuple[str, str]] = {
    "lint": ("check scenario files", "vérifier des fichiers de scénario"),
    "lint_files": ("scenario files, or names of shipped scenarios", "des fichiers de scénario, ou des noms de scénarios fournis"),
    "format": ("text, concise, json or github", "text, concise, json ou github"),
    "strict": ("warnings count as errors", "les avertissements comptent comme des erreurs"),
    "notes": ("show the notes as well", "montrer aussi les remarques"),
    "fix": ("put right close names and signs in the file", "corriger dans le fichier les noms voisins et les signes"),
    "explain": ("say what a rule means, such as S003; 'all' lists them", "dire ce que signifie une règle, telle S003 ; « all » les énumère"),
    "watch": ("look again whenever the file is saved", "regarder à nouveau à chaque enregistrement"),
    "mended": ("{name}:{line}:{col}: now {repair}", "{name}:{line}:{col} : désormais {repair}"),
    "no_rule": ("There is no rule {code}; a close one is {close}.", "Il n’y a pas de règle {code} ; une règle voisine est {close}."),
    "no_files": ("Name a scenario file.", "Nommez un fichier de scénario."),
    "watching": ("Watching. Ctrl+C ends.", "En attente d’un enregistrement. Ctrl+C termine."),
}  # fmt: skip
