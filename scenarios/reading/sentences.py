"""What the reader says, in English and French."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen


@frozen
class Rule:
    """One rule of the format: its code, how serious it is, and its sentence."""

    code: str
    en: str
    fr: str
    level: str = "error"

    @property
    def words(self) -> Mapping[str, str]:
        """The sentence by language."""
        return {"en": self.en, "fr": self.fr}


RULES: Mapping[str, Rule] = {
    # -- YAML itself
    "too_large": Rule("Y001", "the file is larger than {limit} bytes", "le fichier dépasse {limit} octets"),
    "too_deep": Rule("Y001", "the file is nested too deeply, or holds too many values", "le fichier est trop imbriqué, ou trop long"),
    "tab": Rule("Y002", "a tab is used for indentation", "une tabulation sert de retrait"),
    "alias": Rule("Y003", "anchors and aliases (& and *) are not used here", "les ancres et les alias (& et *) ne s'emploient pas ici"),
    "tag": Rule("Y004", "tags such as '{word}' are not used here", "les étiquettes telles que « {word} » ne s'emploient pas ici"),
    "not_yaml": Rule("Y005", "this is not valid YAML: {problem}", "ce n'est pas du YAML valide : {problem}"),
    "not_closed": Rule("Y005", "this {{ or [ is not closed properly", "cette {{ ou ce [ n'est pas bien fermé"),
    "colon": Rule("Y005", "a second ':' cannot stand here", "un second « : » ne peut se trouver ici"),
    "starts_badly": Rule("Y005", "a text cannot start with this character", "un texte ne peut commencer par ce caractère"),
    "control": Rule(
        "Y005", "a control character ({word}) stands in the file", "un caractère de commande ({word}) se trouve dans le fichier"
    ),
    "not_utf8": Rule("Y005", "the file is not UTF-8 text", "le fichier n'est pas du texte UTF-8"),
    "empty_file": Rule("Y005", "the file is empty", "le fichier est vide"),
    "second_document": Rule("Y005", "a second document starts here", "un second document commence ici"),
    "merge": Rule("Y006", "merge keys (<<) are not used here", "les clés de fusion (<<) ne s'emploient pas ici"),
    "twice": Rule("Y007", "'{word}' is given twice", "« {word} » est donné deux fois"),
    "comma": Rule("Y008", "the comma before '{word}' ended the text", "la virgule avant « {word} » a terminé le texte"),
    "no_break": Rule("Y009", "a no-break space stands here", "une espace insécable se trouve ici"),
    "odd_key": Rule("Y010", "a key must be one word", "une clé doit être un seul mot"),
    # -- shape
    "want": Rule("S001", "'{path}' must be {wanted}, not {got}", "« {path} » doit être {wanted}, et non {got}"),
    "not_a_value": Rule("S002", "'{word}' is not a value of '{path}'", "« {word} » n'est pas une valeur de « {path} »"),
    "unknown_key": Rule("S003", "unknown key '{word}' in {path}", "clé inconnue « {word} » dans {path}"),
    "lacks": Rule("S004", "{path} lacks: {word}", "il manque à {path} : {word}"),
    "one_verb": Rule("S005", "{path} must have exactly one verb, it has {word}", "{path} doit avoir exactement un verbe, il en a {word}"),
    "empty": Rule("S006", "'{path}' is empty", "« {path} » est vide"),
    "truth": Rule("S007", "'{path}' must be true or false, not '{word}'", "« {path} » doit être true ou false, et non « {word} »"),
    "date": Rule("S008", "'{word}' is not a date", "« {word} » n'est pas une date"),
    "number": Rule("S009", "'{path}' must be a whole number, not '{word}'", "« {path} » doit être un nombre entier, et non « {word} »"),
    "unsigned": Rule("S010", "'{path}' is a change: write +{word} or -{word}", "« {path} » est une variation : écrire +{word} ou -{word}"),
    "length": Rule("S011", "'{path}' must hold {wanted} values, not {got}", "« {path} » doit comporter {wanted} valeurs, et non {got}"),
    "no_kind": Rule("S012", "{path} does not say its kind", "{path} ne dit pas son genre"),
    "format": Rule("S013", "format {word} is not known to this version", "le format {word} n'est pas connu de cette version"),
    "repeated": Rule("S014", "'{word}' stands twice in this list", "« {word} » figure deux fois dans cette liste"),
    # -- names
    "bad_name": Rule("N001", "'{word}' cannot be a name", "« {word} » ne peut être un nom"),
    "name_taken": Rule("N002", "'{word}' is already the name of {kind}", "« {word} » est déjà le nom {of_kind}"),
    "unknown": Rule("R001", "no {kind} is called '{word}'", "{no_kind} ne s'appelle « {word} »"),
    "not_in_treaty": Rule("R002", "'{treaty}' has no article '{word}'", "« {treaty} » n'a pas d'article « {word} »"),
    "conference_name": Rule(
        "R003", "'{word}' is not a name for a conference of {power}", "« {word} » n'est pas un nom pour une conférence de {power}"
    ),
    # -- conditions
    "condition": Rule("C001", "{fault_en}", "{fault_fr}"),
    # -- texts
    "text_missing": Rule("T001", "there is no '{lang}' text", "il n'y a pas de texte « {lang} »"),
    "text_single": Rule("T002", "this text is only in '{lang}'", "ce texte n'est qu'en « {lang} »", "warning"),
    "text_extra": Rule(
        "T003", "language '{lang}' is not in 'languages: [{langs}]'", "la langue « {lang} » n'est pas dans « languages: [{langs}] »"
    ),
    "text_cut": Rule("T004", "the text stops before '{word}'", "le texte s'arrête avant « {word} »", "warning"),
    # -- sense
    "no_objective": Rule(
        "A001", "{word} is offered to players but has no objective", "{word} est offert aux joueurs, mais n'a pas d'objectif", "warning"
    ),
    "asks_nobody": Rule("A002", "'{word}' has choices but asks nobody", "« {word} » offre un choix, mais ne demande à personne"),
    "no_choices": Rule("A002", "'{word}' asks {power} but offers no choices", "« {word} » interroge {power} sans offrir de choix"),
    "does_nothing": Rule("A003", "'{word}' does nothing and says nothing", "« {word} » ne fait rien et ne dit rien", "warning"),
    "no_mind": Rule(
        "A004", "{word} cannot be played and has no profile under 'ai'", "{word} ne peut être joué et n'a pas de profil sous « ai »"
    ),
    "no_profile": Rule("A004", "{word} has no profile under 'ai'", "{word} n'a pas de profil sous « ai »", "warning"),
    "date_order": Rule("A005", "'{word}' is not later than the turn before it", "« {word} » n'est pas postérieur au tour qui le précède"),
    "no_ending": Rule("A006", "the scenario has no ending", "le scénario n'a pas de fin"),
    "too_few": Rule("A007", "the scenario needs at least {wanted} of {path}", "il faut au scénario au moins {wanted} de {path}"),
    "faulty": Rule("A008", "the article '{article}' cannot stand: {fault_en}", "l'article « {article} » ne peut subsister : {fault_fr}"),
    "no_articles": Rule("A009", "'{word}' has no article", "« {word} » n'a pas d'article"),
    "start_outside": Rule(
        "A010", "'{word}' starts at {start}, outside {low} to {high}", "« {word} » commence à {start}, hors de {low} à {high}"
    ),
    "never": Rule("A011", "'{word}' has neither a turn nor a condition", "« {word} » n'a ni tour ni condition", "warning"),
    "chance": Rule("A012", "a chance is from 1 to 100, not {word}", "une chance va de 1 à 100, et non {word}"),
    "border_self": Rule("A013", "a border joins two different powers", "une frontière sépare deux puissances différentes"),
}

HELPS: Mapping[str, Mapping[str, str]] = {
    "close": {"en": "a close one is '{close}'", "fr": "un nom voisin est « {close} »"},
    "legal": {"en": "allowed: {names}", "fr": "sont admis : {names}"},
    "none_declared": {"en": "none is declared", "fr": "aucun n'est déclaré"},
    "spaces": {"en": "use two spaces for each level", "fr": "mettre deux espaces par niveau"},
    "again": {"en": "write the value again", "fr": "récrire la valeur"},
    "quote": {"en": "put the text between quotes", "fr": "mettre le texte entre guillemets droits"},
    "quote_colon": {
        "en": "a text that contains ': ' must stand between quotes",
        "fr": "un texte qui contient « : » doit être entre guillemets droits",
    },
    "quote_start": {
        "en": "a text that starts with @ ` % & * ! or a tab must stand between quotes",
        "fr": "un texte qui commence par @ ` % & * ! doit être entre guillemets droits",
    },
    "noticed": {
        "en": "noticed on line {noticed}: close it, and quote texts that hold a comma or ' #'",
        "fr": "remarqué à la ligne {noticed} : la fermer, et mettre entre guillemets les textes à virgule ou à « # »",
    },
    "one_document": {"en": "one file holds one scenario", "fr": "un fichier contient un seul scénario"},
    "utf8": {"en": "save it as UTF-8", "fr": "l'enregistrer en UTF-8"},
    "first_line": {
        "en": "the first is on line {first}; remove one or rename it",
        "fr": "le premier est à la ligne {first} ; en ôter un ou le renommer",
    },
    "quote_comma": {
        "en": "inside {{ }} a text with a comma must stand between quotes",
        "fr": "entre {{ }}, un texte à virgule doit être entre guillemets droits",
    },
    "ordinary_space": {"en": "type an ordinary space instead", "fr": "taper une espace ordinaire"},
    "one_line_each": {"en": "one '- verb: ...' line for each", "fr": "une ligne « - verbe : ... » pour chacun"},
    "iso_date": {"en": "write YYYY-MM-DD, as in 1938-09-29", "fr": "écrire AAAA-MM-JJ, comme 1938-09-29"},
    "kinds": {"en": "write 'kind:' with one of: {names}", "fr": "écrire « kind: » avec l'un de : {names}"},
    "name_form": {
        "en": "use small letters, digits and _; not a word of the conditions, not on, off, yes, no",
        "fr": "minuscules, chiffres et _ ; ni un mot des conditions, ni on, off, yes, no",
    },
    "bare": {"en": "conditions use names bare: choose another", "fr": "les conditions emploient les noms tels quels : en choisir un autre"},
    "conference_form": {"en": "write {power}.name", "fr": "écrire {power}.nom"},
    "hash": {
        "en": "' #' starts a comment: put the text between quotes",
        "fr": "« # » commence un commentaire : mettre le texte entre guillemets droits",
    },
    "add_asks": {"en": "add 'asks: <power>'", "fr": "ajouter « asks: <puissance> »"},
    "write_equals": {"en": "to compare, write ==", "fr": "pour comparer, écrire =="},
    "write_and_or_not": {"en": "write 'and', 'or', 'not'", "fr": "écrire « and », « or », « not »"},
    "grammar": {
        "en": "use and, or, not, in, comparisons, + - *, count, all_in, any_in, trust, ultimatum, held",
        "fr": "employer and, or, not, in, les comparaisons, + - *, count, all_in, any_in, trust, ultimatum, held",
    },
}

FAULTS: Mapping[str, Mapping[str, str]] = {
    "too_long": {"en": "the condition is longer than {limit} characters", "fr": "la condition dépasse {limit} caractères"},
    "too_deep": {"en": "the condition is nested too deeply", "fr": "la condition est trop imbriquée"},
    "empty": {"en": "the condition is empty", "fr": "la condition est vide"},
    "syntax": {"en": "this condition cannot be read from here", "fr": "cette condition est illisible à partir d'ici"},
    "not_allowed": {"en": "'{word}' cannot stand in a condition", "fr": "« {word} » n'a pas sa place dans une condition"},
    "unknown_name": {"en": "unknown name '{word}'", "fr": "nom inconnu « {word} »"},
    "unknown_power": {"en": "no power is called '{word}'", "fr": "aucune puissance ne s'appelle « {word} »"},
    "unknown_turn": {"en": "no turn is called '{word}'", "fr": "aucun tour ne s'appelle « {word} »"},
    "unknown_word": {"en": "{word} can never be the answer here", "fr": "{word} ne peut jamais être la réponse ici"},
    "no_property": {"en": "'{name}' has no property '{property}'", "fr": "« {name} » n'a pas de propriété « {property} »"},
    "needs_property": {
        "en": "'{name}' needs one of its properties, such as {example}",
        "fr": "« {name} » demande une de ses propriétés, telle {example}",
    },
    "turn_alone": {"en": "a turn is compared with one turn: turn >= name", "fr": "un tour se compare à un seul tour : turn >= nom"},
    "wrong_kind": {"en": "{wanted} is needed here, but '{word}' is {got}", "fr": "il faut ici {wanted}, mais « {word} » est {got}"},
    "cannot_compare": {"en": "{one} cannot be compared so with {other}", "fr": "{one} ne peut se comparer ainsi à {other}"},
    "not_a_function": {"en": "'{word}' is not a function here", "fr": "« {word} » n'est pas une fonction ici"},
    "argument_count": {"en": "{name} takes {wanted} value(s), not {got}", "fr": "{name} prend {wanted} valeur(s), et non {got}"},
}
"""The faults of `engine.conditions`."""

WORDS: Mapping[str, Mapping[str, str]] = {
    "#block": {"en": "a block of 'key: value' lines", "fr": "un bloc de lignes « clé : valeur »"},
    "#list": {"en": "a list", "fr": "une liste"},
    "#single": {"en": "a single value", "fr": "une seule valeur"},
    "#text": {"en": "a text, or one text for each language", "fr": "un texte, ou un texte par langue"},
    "#verb": {"en": "one 'verb: ...'", "fr": "un seul « verbe : ... »"},
    "#scenario": {"en": "the scenario", "fr": "le scénario"},
    "#number": {"en": "a number", "fr": "un nombre"},
    "#truth": {"en": "true or false", "fr": "un vrai ou faux"},
    "#word": {"en": "a word", "fr": "un mot"},
    "#group": {"en": "a group of powers", "fr": "un groupe de puissances"},
    "#power": {"en": "a power", "fr": "une puissance"},
}
"""Particulars that are themselves words of a language."""

KINDS: Mapping[str, tuple[str, str, str, str, str]] = {
    # key: (name, "a NAME", "aucun NAME", "d'un NAME", the NewType)
    "power": ("power", "a power", "aucune puissance", "d'une puissance", "Power"),
    "stake": ("stake", "a stake", "aucun enjeu", "d'un enjeu", "StakeId"),
    "treaty": ("treaty", "a treaty", "aucun traité", "d'un traité", "TreatyId"),
    "article": ("article", "an article", "aucun article", "d'un article", "ArticleId"),
    "turn": ("turn", "a turn", "aucun tour", "d'un tour", "TurnId"),
    "track": ("track", "a track", "aucune jauge", "d'une jauge", "TrackId"),
    "event": ("event", "an event", "aucun événement", "d'un événement", "EventId"),
    "choice": ("choice", "a choice", "aucun choix", "d'un choix", "ChoiceId"),
    "ending": ("ending", "an ending", "aucune fin", "d'une fin", "EndingId"),
    "kind": ("kind of article", "a kind", "aucun genre d'article", "d'un genre", ""),
}
