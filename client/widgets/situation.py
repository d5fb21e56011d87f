"""The map, the tracks with their history, the stakes, the promises, and the calculator."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Select, Static

from client.labels import Labels
from client.mirror import Mirror
from engine.casus import Call, casus_foederis
from engine.names import Onlooker, Power
from engine.obligations import obligations
from engine.state import State

COLOURS = ("green", "yellow", "cyan", "magenta", "red", "blue", "bright_white", "bright_green", "bright_cyan", "bright_magenta")
MARKS = ".-=#"
BARS = "▁▂▃▄▅▆▇█"
CELL = 13
"""Columns of the terminal for one column of the map."""


class Situation(VerticalScroll):
    """Everything that can be seen at a glance."""

    def compose(self) -> ComposeResult:
        """The map, the lists, and the two questions of the calculator."""
        yield Static(id="map")
        yield Static(id="tracks")
        yield Static(id="stakes")
        yield Static(id="calculator-title", classes="title")
        with Horizontal(id="calculator-ask"):
            yield Select[str]([], id="attacker", prompt="...")
            yield Select[str]([], id="victim", prompt="...")
        yield Static(id="calculator")
        yield Static(id="relations")

    def on_mount(self) -> None:
        """Nothing is known yet."""
        self._labels: Labels | None = None
        self._powers: tuple[Power, ...] = ()

    def show(self, mirror: Mirror, labels: Labels) -> None:
        """Draw what the mirror knows."""
        self._labels = labels
        self.query_one("#map", Static).update(draw_map(labels))
        self.query_one("#tracks", Static).update(_tracks(mirror, labels))
        self.query_one("#stakes", Static).update(_stakes(labels))
        self.query_one("#relations", Static).update(_relations(labels))
        self.query_one("#calculator-title", Static).update(labels.words("situation.calculator"))
        if self._powers != labels.state.powers():
            self._powers = labels.state.powers()
            choices = [(labels.power(p), str(p)) for p in self._powers]
            for ident, key in (("attacker", "situation.attacker"), ("victim", "situation.target")):
                select = self.query_one(f"#{ident}", Select)
                select.prompt = labels.words(key)
                select.set_options(choices)
        self._calculate()

    def on_select_changed(self) -> None:
        """Another question."""
        self._calculate()

    def _calculate(self) -> None:
        labels = self._labels
        attacker, victim = (self.query_one(f"#{ident}", Select).value for ident in ("attacker", "victim"))
        if labels is None or not isinstance(attacker, str) or not isinstance(victim, str) or attacker == victim:
            self.query_one("#calculator", Static).update("")
            return
        calls = casus_foederis(labels.state, Power(attacker), Power(victim))
        self.query_one("#calculator", Static).update(Text("\n").join(_call(call, labels) for call in calls))


def colour(state: State, power: Power) -> str:
    """The colour of a power; its letters say the same."""
    return COLOURS[state.powers().index(power) % len(COLOURS)]


def draw_map(labels: Labels) -> Text:
    """Each power and stake in its cell: powers in capitals with readiness, stakes with their holder's three letters."""
    state = labels.state
    cells: dict[tuple[int, int], Text] = {}
    for power, sheet in state.setting.powers.items():
        mark = MARKS[int(state.readiness[power])]
        name = labels.power(power).upper()[: CELL - 3]
        war = "!" if state.at_war(power) else ""
        cells[sheet.place] = Text(f"{name} {mark}{war}", style=f"bold {colour(state, power)}")
    for stake, thing in state.setting.stakes.items():
        if thing.place not in cells:
            holder = state.holders[stake]
            name = _bare(labels, stake)[: CELL - 5]
            cells[thing.place] = Text(f"{name}:{labels.power(holder)[:3]}", style=colour(state, holder))
    rows = max((row for _, row in cells), default=0)
    columns = max((column for column, _ in cells), default=0)
    drawing = Text(no_wrap=True)
    for row in range(rows + 1):
        for column in range(columns + 1):
            cell = cells.get((column, row), Text(" "))
            drawing.append_text(cell)
            drawing.append(" " * max(1, CELL - cell.cell_len))
        drawing.append("\n")
    drawing.append(labels.words("situation.legend"), style="dim")
    return drawing


def _bare(labels: Labels, stake: str) -> str:
    found = next((s for k, s in labels.state.setting.stakes.items() if k == stake), None)
    return labels.speaker.stake_noun(next(k for k in labels.state.setting.stakes if k == stake)).short if found else stake


def spark(values: list[int], low: int, high: int) -> str:
    """A small chart of a track's values by turn."""
    span = max(1, high - low)
    return "".join(BARS[min(7, max(0, (value - low) * 7 // span))] for value in values)


def _tracks(mirror: Mirror, labels: Labels) -> Text:
    lines: list[Text] = [Text(labels.words("situation.tracks"), style="bold underline")]
    for name, track in labels.state.setting.tracks.items():
        for key, owner in _keys(labels.state, name, mirror):
            if key in labels.state.tracks:
                history = spark(mirror.tracks.get(key, []), track.min, track.max)
                title = labels.text(track.name) + (f" · {owner and labels.power(owner)}" if owner else "")
                lines.append(Text(f"{title[:34]:34} {labels.state.tracks[key]:>4}  {history}"))
    return Text("\n").join(lines)


def _keys(state: State, name: str, mirror: Mirror) -> Iterator[tuple[str, Power | None]]:
    yield name, None
    for power in state.powers():
        yield f"{power}.{name}", power
    if not isinstance(mirror.viewer, Onlooker):
        for power in state.powers():
            yield f"{mirror.viewer}.{name}.{power}", power


def _stakes(labels: Labels) -> Text:
    lines = [Text("\n" + labels.words("situation.stakes"), style="bold underline")]
    for stake, holder in labels.state.holders.items():
        name = labels.speaker.stake_noun(stake).short
        lines.append(Text(f"{name[:40]:40} {labels.power(holder)}", style=colour(labels.state, holder)))
    return Text("\n").join(lines)


def _relations(labels: Labels) -> Text:
    lines = [Text("\n" + labels.words("situation.relations"), style="bold underline")]
    seen: set[tuple[str, str]] = set()
    for owed in obligations(labels.state):
        key = (owed.treaty, owed.article.id)
        if key not in seen:
            seen.add(key)
            number = labels.number(labels.state.treaties[owed.treaty], owed.article.id)
            gist = owed.article.clause.gist(labels.speaker)
            lines.append(Text(f"• {gist}  ({labels.treaty(owed.treaty)}, {number})"))
    for war in labels.state.wars:
        sides = f"{labels.powers(war.attackers)} / {labels.powers(war.defenders)}"
        lines.append(Text(f"✕ {labels.words('situation.war')}: {sides}", style="bold red"))
    return Text("\n").join(lines if len(lines) > 1 else [*lines, Text(labels.words("rel.none"))])


def _call(call: Call, labels: Labels) -> Text:
    line = Text(f"{labels.power(call.power)[:16]:16} ", style=colour(labels.state, call.power))
    line.append(labels.words(f"calc.{call.standing.value}"), style="bold")
    for ground in call.grounds[:1]:
        known = labels.state.treaties[ground.treaty]
        line.append(f"  {labels.treaty(ground.treaty)}, {labels.number(known, ground.article)}")
        if ground.waits_for:
            line.append(" · " + labels.words("calc.waits", powers=labels.powers(ground.waits_for)))
        elif labels.words.has(f"calc.{ground.code}"):
            line.append(" · " + labels.words(f"calc.{ground.code}"))
    return line
