"""The next steps, the faults of conditions and the words that fill the rules' sentences, in English and French."""

from __future__ import annotations

from collections.abc import Mapping

HELPS: Mapping[str, Mapping[str, str]] = {
    "close": {"en": "a close one is '{close}'", "fr": "un nom voisin est « {close} »"},
    "legal": {"en": "allowed: {names}", "fr": "sont admis : {names}"},
    "none_declared": {"en": "none is declared", "fr": "aucun n'est déclaré"},
    "spaces": {"en": "use two spaces for each level", "fr": "mettre deux espaces par niveau"},
    "again": {"en": "write the value again", "fr": "récrire la valeur"},
    "texts_status": {
        "en": "'locarno texts status FILE {lang}' lists them",
        "fr": "« locarno texts status FICHIER {lang} » les énumère",
    },
    "upgrade": {
        "en": "'locarno upgrade FILE --write' brings an older file to the current format",
        "fr": "« locarno upgrade FICHIER --write » met un fichier ancien au format actuel",
    },
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
    "close_quote": {
        "en": "close it; write '' for an apostrophe between single quotes",
        "fr": "le fermer ; écrire '' pour une apostrophe entre guillemets simples",
    },
    "apostrophe": {
        "en": "write it twice (''), or put the text between double quotes",
        "fr": "la redoubler (''), ou mettre le texte entre guillemets doubles",
    },
    "single_quotes": {"en": "use single quotes, or write \\\\", "fr": "employer des guillemets simples, ou écrire \\\\"},
    "key_value": {
        "en": "write 'key: value', with a space after the colon",
        "fr": "écrire « clé: valeur », avec une espace après les deux-points",
    },
    "own_line": {"en": "put each '- ' on a line of its own, under the key", "fr": "mettre chaque « - » sur sa propre ligne, sous la clé"},
    "align": {
        "en": "keys of one block begin in the same column, two spaces further in than the line above them",
        "fr": "les clés d'un même bloc commencent à la même colonne, deux espaces après la ligne qui les coiffe",
    },
    "quote_whole": {"en": "quote the whole text, or nothing of it", "fr": "mettre tout le texte entre guillemets droits, ou rien"},
    "next_line": {
        "en": "begin the text on the next line, two spaces further in",
        "fr": "commencer le texte à la ligne suivante, deux espaces plus loin",
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
    "one_line": {
        "en": "write it on the line of its key, without | or \\n; after '>-' it may run on and is read as one line",
        "fr": "l'écrire sur la ligne de sa clé, sans | ni \\n ; après « >- », le texte peut se poursuivre et se lit d'un trait",
    },
    "one_line_each": {"en": "one '- verb: ...' line for each", "fr": "une ligne « - verbe : ... » pour chacun"},
    "no_turns": {
        "en": "turns are not counted: write days, months or years, as in 6 months",
        "fr": "les tours ne comptent pas : écrire en days, months ou years, comme 6 months",
    },
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
    "open_to": {"en": "its signatories: {names}", "fr": "ses signataires : {names}"},
    "add_asks": {"en": "add 'asks: <power>'", "fr": "ajouter « asks: <puissance> »"},
    "write_equals": {"en": "to compare, write ==", "fr": "pour comparer, écrire =="},
    "write_at_least": {"en": "to compare, write >=", "fr": "pour comparer, écrire >="},
    "write_at_most": {"en": "to compare, write <=", "fr": "pour comparer, écrire <="},
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
    "unknown_treaty": {"en": "no treaty is called '{word}'", "fr": "aucun traité ne s'appelle « {word} »"},
    "no_article": {"en": "'{name}' has no article '{property}'", "fr": "« {name} » n'a pas d'article « {property} »"},
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
    "#false": {"en": "false", "fr": "faux"},
    "#full_powers": {"en": "always has full powers", "fr": "a toujours les pleins pouvoirs"},
    "#no_full_powers": {"en": "never has full powers", "fr": "n'a jamais les pleins pouvoirs"},
    "#word": {"en": "a word", "fr": "un mot"},
    "#group": {"en": "a group of powers", "fr": "un groupe de puissances"},
    "#not_held": {"en": "it does not hold the text", "fr": "elle ne détient pas le texte"},
    "#not_yet": {"en": "the text comes to hand later", "fr": "le texte n'arrive que plus tard"},
    "#not_signatory": {"en": "it is not a signatory", "fr": "elle n'est pas signataire"},
    "#is_signatory": {"en": "a signatory signs, only a third state assents", "fr": "un signataire signe, seul un État tiers assentit"},
    "#not_asked": {"en": "the event asks another", "fr": "l'événement interroge une autre"},
    "#no_such_choice": {"en": "the event has no such choice", "fr": "l'événement n'a pas ce choix"},
    "#no_such_matter": {
        "en": "no event and no power ever brings that matter before an organ",
        "fr": "nul événement et nulle puissance ne saisit jamais un organe de cette question",
    },
    "#no_such_article": {"en": "that council is not seized on that article", "fr": "cet organe n'est pas saisi sur cet article"},
    "#parties_wanting": {"en": "that article wants the two parties named", "fr": "cet article veut que les deux parties soient nommées"},
    "#itself": {"en": "it would address itself", "fr": "elle s'adresserait à elle-même"},
    "#power": {"en": "a power", "fr": "une puissance"},
}
"""Particulars that are themselves words of a language."""

KINDS: Mapping[str, tuple[str, str, str, str, str]] = {
    # key: (name, "a NAME", "aucun NAME", "d'un NAME", the NewType)
    "power": ("power", "a power", "aucune puissance", "d'une puissance", "Power"),
    "stake": ("stake", "a stake", "aucun enjeu", "d'un enjeu", "StakeId"),
    "region": ("region", "a region", "aucune région", "d'une région", "RegionId"),
    "treaty": ("treaty", "a treaty", "aucun traité", "d'un traité", "TreatyId"),
    "article": ("article", "an article", "aucun article", "d'un article", "ArticleId"),
    "turn": ("turn", "a turn", "aucun tour", "d'un tour", "TurnId"),
    "track": ("track", "a track", "aucune jauge", "d'une jauge", "TrackId"),
    "event": ("event", "an event", "aucun événement", "d'un événement", "EventId"),
    "choice": ("choice", "a choice", "aucun choix", "d'un choix", "ChoiceId"),
    "ending": ("ending", "an ending", "aucune fin", "d'une fin", "EndingId"),
    "organ": ("council", "a council", "aucun organe", "d'un organe", "OrganId"),
    "resolution": ("resolution", "a resolution", "aucune résolution", "d'une résolution", "ResolutionId"),
    "body": ("type of council", "a type of council", "aucun type d'organe", "d'un type d'organe", ""),
    "statute": ("statutory article", "a statutory article", "aucun article de statut", "d'un article de statut", ""),
    "reading": ("reading of the law", "a reading", "aucune lecture", "d'une lecture", ""),
    "kind": ("kind of article or paragraph", "a kind", "aucun genre d'article ou de paragraphe", "d'un genre", ""),
}
