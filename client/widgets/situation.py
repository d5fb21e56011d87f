"""The map, the tracks with their history, the stakes, the promises, and the calculator: a page each."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.widgets import Button, ContentSwitcher, Select, Static

from client.drawing import cut, draw_map, gauge, hue, letters_of, matrix, spark
from client.forecast import breach_line, calculated, crisis_lines, figure_lines, record_lines
from client.labels import Labels
from client.mirror import Mirror
from client.obligations import obligations_page
from engine.casus import Call
from engine.names import Onlooker, Power, Viewer
from engine.obligations import obligations
from engine.reckoning import Reckoning
from engine.state import State
from engine.texts.calls import call_sentences
from engine.texts.words import parts_of_vote, war_words

PAGES = ("map", "tracks", "relations", "obligations", "calculator")


class Page(VerticalScroll):
    """Up and down scroll it; left and right turn it."""

    BINDINGS = [Binding("left", "turn(-1)", show=False), Binding("right", "turn(1)", show=False)]

    class Turned(Message):
        """The page before or after is wanted."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def action_turn(self, step: int) -> None:
        """Ask for the page before or after."""
        self.post_message(self.Turned(step))


class Situation(Vertical):
    """Everything that can be seen at a glance, a page at a time."""

    def compose(self) -> ComposeResult:
        """The pages' names, then the pages."""
        with Horizontal(id="pages"):
            for page in PAGES:
                yield Button(page, id=f"to-{page}", compact=True, classes="page")
        with ContentSwitcher(initial="page-map", id="situation-pages"):
            with Page(id="page-map"):
                yield Static(id="map")
                yield Static(id="legend")
                yield Static(id="tracks-below")
            with Page(id="page-tracks"):
                yield Static(id="tracks")
                yield Static(id="stakes")
            with Page(id="page-relations"):
                yield Static(id="matrix")
                yield Static(id="promises")
                yield Static(id="record")
            with Page(id="page-obligations"):
                yield Static(id="obligations")
            with Page(id="page-calculator"):
                yield Static(id="calculator-title")
                with Horizontal(id="calculator-ask"):
                    yield Select[str]([], id="attacker", prompt="...", compact=True)
                    yield Select[str]([], id="victim", prompt="...", compact=True)
                yield Static(id="calculator")

    def on_mount(self) -> None:
        """Nothing is known yet."""
        self._labels: Labels | None = None
        self._viewer: Viewer = Onlooker.OBSERVER
        self._asked: tuple[tuple[Text, str], ...] = ()
        self._turn_to("map")

    def show(self, mirror: Mirror, labels: Labels) -> None:
        """Draw what the mirror knows."""
        self._labels, self._viewer = labels, mirror.viewer
        words = labels.words
        for page in PAGES:
            button = self.query_one(f"#to-{page}", Button)
            button.label = Content(words(f"situation.page.{page}"))
            button.refresh(layout=True)
        self._draw()
        self.query_one("#legend", Static).update(Content.styled(words("situation.legend"), "dim"))
        tracks = _tracks(mirror, labels)
        self.query_one("#tracks", Static).update(tracks)
        self.query_one("#tracks-below", Static).update(tracks)
        self.query_one("#stakes", Static).update(stakes_held(labels))
        self.query_one("#promises", Static).update(_promises(labels))
        self.query_one("#record", Static).update(_record(labels))
        self.query_one("#calculator-title", Static).update(Content.styled(words("situation.calculator"), "bold"))
        choices = tuple((Text(labels.power(p)), str(p)) for p in labels.state.powers())
        if choices != self._asked:
            self._asked = choices
            for ident, key in (("attacker", "situation.attacker"), ("victim", "situation.target")):
                select: Select[str] = self.query_one(f"#{ident}", Select)
                chosen = select.value
                select.prompt = words(key)
                select.set_options(choices)
                if isinstance(chosen, str):
                    select.value = chosen
        self._calculate()

    def on_resize(self, event: Resize) -> None:
        """The map, the matrix, the obligations and the reasons take the room there is."""
        self._draw()
        self._calculate()

    def _draw(self) -> None:
        if self._labels is not None:
            room = self._room
            self.query_one("#map", Static).update(draw_map(self._labels, room))
            self.query_one("#obligations", Static).update(obligations_page(self._labels, self._viewer, room))
            legend = Content.styled(self._labels.words("situation.matrix_legend"), "dim")
            self.query_one("#matrix", Static).update(Content("\n").join([matrix(self._labels, room), legend, Content("")]))

    @property
    def _room(self) -> int:
        """The columns of a page."""
        return max(40, self.size.width - 3)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Another page."""
        event.stop()
        self._turn_to((event.button.id or "").removeprefix("to-"))

    def on_page_turned(self, message: Page.Turned) -> None:
        """Left or right."""
        message.stop()
        self.turn(message.step)

    def turn(self, step: int) -> None:
        """So many pages on, round the end, with the keyboard in it."""
        opened = (self.query_one("#situation-pages", ContentSwitcher).current or "page-map").removeprefix("page-")
        page = PAGES[(PAGES.index(opened) + step) % len(PAGES)]
        self._turn_to(page)
        self.query_one(f"#page-{page}").focus()

    def _turn_to(self, page: str) -> None:
        self.query_one("#situation-pages", ContentSwitcher).current = f"page-{page}"
        for other in PAGES:
            self.query_one(f"#to-{other}", Button).set_class(other == page, "-here")

    def on_select_changed(self, event: Select.Changed) -> None:
        """Another question."""
        event.stop()
        self._calculate()

    def _calculate(self) -> None:
        labels = self._labels
        if labels is None:
            return
        attacker, victim = (self.query_one(f"#{ident}", Select).value for ident in ("attacker", "victim"))
        answer = self.query_one("#calculator", Static)
        if not isinstance(attacker, str) or not isinstance(victim, str):
            answer.update(Content.styled(labels.words("calc.choose"), "dim"))
        elif attacker == victim:
            answer.update(Content.styled(labels.words("calc.same"), "dim"))
        else:
            answer.update(_reckoned(calculated(Power(attacker), Power(victim), self._viewer, labels), labels, self._room))


def _tracks(mirror: Mirror, labels: Labels) -> Content:
    lines = [Content.styled(labels.words("situation.tracks"), "bold underline")]
    for name, track in labels.state.setting.tracks.items():
        for key, owner in _keys(labels.state, name, mirror):
            if key in labels.state.tracks:
                value = labels.state.tracks[key]
                history = spark(mirror.tracks.get(key, []), track.min, track.max)
                title = labels.text(track.name) + (f" · {labels.power(owner)}" if owner else "")
                row = f"{cut(title, 36):36} {value:>4} "
                lines.append(Content.assemble(row, (gauge(value, track.min, track.max), "$accent"), "  ", history))
    return Content("\n").join([*lines, Content("")])


def _keys(state: State, name: str, mirror: Mirror) -> Iterator[tuple[str, Power | None]]:
    yield name, None
    for power in state.powers():
        yield f"{power}.{name}", power
    if not isinstance(mirror.viewer, Onlooker):
        for power in state.powers():
            yield f"{mirror.viewer}.{name}.{power}", power


def stakes_held(labels: Labels) -> Content:
    """Who holds each stake, and how its inhabitants are inclined where the scenario says so."""
    letters = letters_of(labels)
    lines = [Content.styled(labels.words("situation.stakes"), "bold underline")]
    for stake, holder in labels.state.holders.items():
        name = cut(labels.speaker.stake_noun(stake).short, 38)
        held = (f"{letters[holder]} {labels.power(holder)}", f"bold {hue(labels.state, holder)}")
        lines.append(Content.assemble(f"{name:38} ", held))
        if inclined := labels.state.setting.stakes[stake].inclined:
            lines.append(Content.styled(f"  {labels.words('situation.inclined', votes=parts_of_vote(inclined, labels.speaker))}", "dim"))
    return Content("\n").join([*lines, Content("")])


def _promises(labels: Labels) -> Content:
    lines = [Content.styled(labels.words("situation.relations"), "bold underline")]
    if referring := frozenset(labels.state.powers()) - labels.state.full_powers:
        lines.insert(0, Content.styled(labels.words("treaties.no_full_powers", names=labels.powers(referring)), "$warning"))
    told = len(lines)
    seen: set[tuple[str, str]] = set()
    for owed in obligations(labels.state):
        key = (owed.treaty, owed.article.id)
        if key not in seen:
            seen.add(key)
            title, number = labels.source(owed.treaty, owed.article.id)
            lines.append(Content.assemble(f"• {labels.gist(owed)} ", (f"({title}, {number})" if number else f"({title})", "dim")))
    for war in labels.state.wars:
        sides = f"{labels.powers(war.attackers)} / {labels.powers(war.defenders)}"
        lines.append(Content.styled(f"⚔ {labels.words('situation.war')}: {sides}", "bold $error"))
        lines += [Content(f"  {line}") for line in war_words(war, labels.speaker, labels.state.treaties)]
    for peace in labels.state.peaces:
        lines.append(Content(labels.words("situation.peace", date=labels.turn(peace.turn), names=labels.names(peace.between))))
    return Content("\n").join(lines if len(lines) > told else [*lines, Content(labels.words("rel.none"))])


def _record(labels: Labels) -> Content:
    """Promises kept and broken, pair by pair, and the crises in which they were tried."""
    lines = [Content(""), Content.styled(labels.words("record.title"), "bold underline")]
    lines += [Content(line) for line in record_lines(labels) or (labels.words("record.none"),)]
    if past := crisis_lines(labels):
        lines += [Content(""), Content.styled(labels.words("record.crises"), "bold underline"), *(Content(line) for line in past)]
    return Content("\n").join(lines)


def _reckoned(found: Reckoning, labels: Labels, room: int) -> Content:
    """Each power's standing and why, what the attack itself breaks, and the forces line by line."""
    lines = [_call(call, found.target, labels, room) for call in found.calls]
    if found.breaches:
        lines += [Content(""), Content.styled(labels.words("calc.breaches"), "bold underline")]
        lines += [Content(breach_line(owed, labels)) for owed in found.breaches]
    if found.passages:
        lines += [Content(""), Content.styled(labels.words("calc.passages"), "bold underline")]
        each = ((labels.power(owed.duty.debtor), breach_line(owed, labels)) for owed in found.passages)
        lines += [Content(labels.words("calc.each", of=power, what=breach)) for power, breach in each]
    lines += [Content(""), Content.styled(labels.words("calc.forces"), "bold underline")]
    lines += [Content(line) for line in war_words(found.war, labels.speaker, labels.state.treaties)]
    if sources := figure_lines(found.war, labels):
        lines += [Content(""), Content.styled(labels.words("calc.figures"), "bold underline"), *(Content(line) for line in sources)]
    return Content("\n").join(lines)


def _call(call: Call, target: Power, labels: Labels, room: int) -> Content:
    letters = letters_of(labels)
    head = (f"{letters[call.power]} {cut(labels.power(call.power), 16):17}", f"bold {hue(labels.state, call.power)}")
    lines = [Content.assemble(head, (labels.words(f"calc.{call.standing.value}"), "bold"))]
    if call.grounds:
        reasons = call_sentences(call, target, labels.speaker, labels.state.treaties)
        lines += [Content(f"   {line}") for why in reasons for line in wrap(why, room - 3)]
    return Content("\n").join(lines)
