"""Maps, charts and tables as text: pure functions of what is known and of the room there is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from textwrap import wrap

from textual.content import Content

from client.labels import Labels
from client.themes import HUES
from engine.clauses.guarantee import Guarantee
from engine.duties import Assist, Consult, Refrain
from engine.happenings import Deed
from engine.names import Power
from engine.obligations import obligations
from engine.orders import Readiness
from engine.state import State
from engine.treaty import Article

UNITED_STATES = "US"
"""Initials that are taken for this one power everywhere: no acronym is shortened to them."""
BARS = "▁▂▃▄▅▆▇█"
WIDEST, NARROWEST = 26, 9
"""Columns of the terminal for one column of the map."""
DEEPEST = 4
"""Lines for one name on the map."""


def hue(state: State, power: Power) -> str:
    """The style of a power; its letters say the same without colour."""
    return f"$power-{state.powers().index(power) % HUES}"


def codes(names: Mapping[Power, str]) -> dict[Power, str]:
    """Two capital letters for each power, no two alike: initials of several words, or else the first letters that are free."""
    taken: dict[Power, str] = {}
    for power, name in names.items():
        plain = "".join(c for c in unicodedata.normalize("NFKD", name).upper() if c.isascii() and (c.isalpha() or c in " -"))
        words = plain.replace("-", " ").split() or [str(power).upper()]
        letters = "".join(words)
        proposals = ["".join(w[0] for w in words[:2])] if len(words) > 1 else []
        proposals += [letters[0] + other for other in letters[1:] if letters[0] + other != UNITED_STATES]
        taken[power] = next((p for p in proposals if len(p) == 2 and p not in taken.values()), f"{letters[0]}{len(taken)}")
    return taken


def letters_of(labels: Labels) -> dict[Power, str]:
    """The two letters of each power of the scenario, in the reader's language."""
    return codes({power: labels.brief(power) for power in labels.state.powers()})


def spark(values: Iterable[int], low: int, high: int) -> str:
    """A small chart of a track's values by turn."""
    span = max(1, high - low)
    return "".join(BARS[min(7, max(0, (value - low) * 8 // span))] for value in values)


def gauge(value: int, low: int, high: int, width: int = 10) -> str:
    """A bar as long as the value is high."""
    filled = round(width * (value - low) / max(1, high - low))
    return "█" * filled + "░" * (width - filled)


def arms(step: Readiness) -> str:
    """Readiness as three places, filled one a step."""
    return "▮" * int(step) + "▯" * (int(Readiness.GENERAL) - int(step))


def cut(text: str, width: int) -> str:
    """The text within so many columns, its end marked if something is missing."""
    return text if len(text) <= width else text[: max(0, width - 1)] + "…"


def draw_map(labels: Labels, width: int) -> Content:
    """Powers with their readiness and stakes with their holder's letters, each in its place, as wide as there is room."""
    cells = _cells(labels)
    columns = sorted({column for column, _ in cells})
    rows = sorted({row for _, row in cells})
    if not columns:
        return Content("")
    wanted = {
        column: max(line.cell_length for row in rows for thing in cells.get((column, row), []) for line in _entry(labels, thing, WIDEST))
        for column in columns
    }
    # A name before an empty place has that place's room as well.
    least = {
        column: max(
            (_least(labels, thing) for row in rows if (after, row) in cells or after is None for thing in cells.get((column, row), [])),
            default=0,
        )
        for column, after in zip(columns, (*columns[1:], None), strict=True)
    }
    wide = shares({c: length + 1 for c, length in wanted.items()}, {c: length + 1 for c, length in least.items()}, width)
    lines: list[Content] = []
    for row in rows:
        room: dict[int, int] = {}
        for column in columns:
            # An empty place gives its room to what stands before it.
            if cells.get((column, row)) or not room:
                room[column] = wide[column]
            else:
                room[max(room)] += wide[column]
        stacks = {c: [line for thing in cells.get((c, row), []) for line in _entry(labels, thing, room[c] - 1)] for c in room}
        for depth in range(max(len(stack) for stack in stacks.values())):
            parts = ((room[c], stack[depth] if depth < len(stack) else Content("")) for c, stack in stacks.items())
            padded = (part.pad_right(max(0, space - part.cell_length)) for space, part in parts)
            lines.append(Content("").join(padded).rstrip())
        lines.append(Content(""))
    return Content("\n").join(lines[:-1])


def shares(wanted: Mapping[int, int], least: Mapping[int, int], width: int) -> dict[int, int]:
    """So much of the width for each column as it wants; where there is too little the widest gives way first, to its longest word."""
    given = {column: min(WIDEST, max(NARROWEST, wish)) for column, wish in wanted.items()}
    while sum(given.values()) > width and max(given.values()) > NARROWEST:
        given[max(given, key=lambda column: (given[column] > least[column], given[column]))] -= 1
    return given


def _cells(labels: Labels) -> dict[tuple[int, int], list[str]]:
    cells: dict[tuple[int, int], list[str]] = {}
    setting = labels.state.setting
    for power, sheet in setting.powers.items():
        cells.setdefault(sheet.place, []).append(f"power {power}")
    for stake, thing in setting.stakes.items():
        cells.setdefault(thing.place, []).append(f"stake {stake}")
    return cells


def _head(labels: Labels, thing: str) -> tuple[Content, str]:
    """The letters before a name on the map, and the name: a power's own, or a stake's with its holder's."""
    state, letters = labels.state, letters_of(labels)
    sort, _, key = thing.partition(" ")
    if sort == "power":
        power = next(p for p in state.powers() if p == key)
        return Content.assemble((f"{letters[power]}", f"reverse bold {hue(state, power)}"), " "), _breakable(labels.brief(power))
    stake = next(s for s in state.setting.stakes if s == key)
    holder = state.holders[stake]
    return Content.assemble((f"·{letters[holder]}", f"bold {hue(state, holder)}"), " "), _breakable(labels.speaker.stake_noun(stake).short)


def _breakable(name: str) -> str:
    """A name whose words may stand on lines of their own."""
    return name.replace("\u00a0", " ")


def _least(labels: Labels, thing: str) -> int:
    """The columns that no word of a name on the map is cut in."""
    head, name = _head(labels, thing)
    return head.cell_length + max(map(len, wrap(name, 1, break_long_words=False)))


def _entry(labels: Labels, thing: str, width: int) -> list[Content]:
    state = labels.state
    sort, _, key = thing.partition(" ")
    head, name = _head(labels, thing)
    room, style = max(1, width - head.cell_length), "bold" if sort == "power" else ""
    parts = [cut(line, room) for line in wrap(name, room, max_lines=DEEPEST, placeholder="…", break_long_words=False)]
    indent = " " * head.cell_length
    lines = [Content.assemble(head if n == 0 else indent, (part, style)) for n, part in enumerate(parts)]
    if sort == "power":
        letters, power = letters_of(labels), next(p for p in state.powers() if p == key)
        war = (" ⚔ " + " ".join(letters[foe] for foe in state.powers() if foe in state.at_war(power))) if state.at_war(power) else ""
        lines.append(Content.assemble("   ", (arms(state.readiness[power]), hue(state, power)), (war, "bold $error")))
    return lines


def relations(state: State) -> dict[tuple[Power, Power], str]:
    """What the first power has towards the second, one letter each: W war, A assistance, G guarantee, N non-aggression, C consultation."""
    found: dict[tuple[Power, Power], set[str]] = {}
    for owed in obligations(state):
        duty = owed.duty
        match duty:
            case Assist():
                letter = "G" if isinstance(owed.article, Article) and isinstance(owed.article.clause, Guarantee) else "A"
            case Refrain() if Deed.ATTACK in duty.deeds:
                letter = "N"
            case Consult():
                letter = "C"
            case _:
                continue
        found.setdefault((duty.debtor, duty.creditor), set()).add(letter)
    for power in state.powers():
        for foe in state.at_war(power):
            found.setdefault((power, foe), set()).add("W")
    return {pair: "".join(letter for letter in "WAGNC" if letter in marks) for pair, marks in found.items()}


MARGIN = 17
"""The columns that a debtor's name takes beside the matrix."""


def matrix(labels: Labels, columns: int) -> Content:
    """Who owes what to whom: a row for the debtor, a column for the creditor; one part below another where the columns do not hold all."""
    creditors, known = labels.state.powers(), relations(labels.state)
    least = max((3, *(len(marks) + 1 for marks in known.values())))
    cell = next((width for width in range(5, least, -1) if MARGIN + width * len(creditors) <= columns), least)
    parts = -(-len(creditors) // max(1, (columns - MARGIN) // cell))
    share = -(-len(creditors) // parts)
    bands = (creditors[first : first + share] for first in range(0, len(creditors), share))
    return Content("\n\n").join([_band(labels, known, band, cell) for band in bands])


def _band(labels: Labels, known: Mapping[tuple[Power, Power], str], creditors: tuple[Power, ...], cell: int) -> Content:
    """What every debtor owes these creditors."""
    state, letters = labels.state, letters_of(labels)
    heads = (Content.styled(f"{letters[p]:^{cell}}", f"bold {hue(state, p)}") for p in creditors)
    lines = [Content("").join([Content(" " * MARGIN), *heads]).rstrip()]
    for debtor in state.powers():
        line = [Content.assemble((letters[debtor], f"bold {hue(state, debtor)}"), f" {cut(labels.brief(debtor), 13):13} ")]
        for creditor in creditors:
            marks = "—" if debtor == creditor else known.get((debtor, creditor), "·")
            style = "bold $error" if "W" in marks else "bold" if marks not in "—·" else "dim"
            line.append(Content.styled(f"{marks:^{cell}}", style))
        lines.append(Content("").join(line).rstrip())
    return Content("\n").join(lines)
