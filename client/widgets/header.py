"""The lines that say where we are."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from client.drawing import hue, letters_of
from client.labels import Labels
from client.link import Wire
from client.mirror import Mirror
from engine.events import Phase
from engine.names import Onlooker, Power
from engine.sitting import Step

MARKS = {Wire.UP: ("●", "$success"), Wire.CONNECTING: ("◌", "$warning"), Wire.LOST: ("✕", "$error"), Wire.REFUSED: ("✕", "$error")}


class Header(Static):
    """Scenario, date, turn, phase, clock, who is ready, connection: one line where there is room, else two."""

    def __init__(self) -> None:
        super().__init__(id="header")
        self._said: Content | None = None

    def show(self, mirror: Mirror, labels: Labels, wire: Wire, now: int) -> None:
        """Say it all; `now` in milliseconds of the Unix epoch. Nothing is drawn if nothing has changed."""
        state, words = labels.state, labels.words
        where = f"{labels.text(state.setting.title)} · {labels.turn(max(state.turn, 0))} · "
        where += words("head.turn", n=state.turn + 1, of=len(state.setting.turns))
        mark, colour = MARKS[wire]
        first = Content.assemble(_me(mirror, labels), f" {where}")
        connection = Content.assemble((mark, colour), f" {words('wire.short.' + wire.value)}")
        width = max(40, self.size.width)
        phase = Content.assemble((words(f"phase.{state.phase.value}"), "bold reverse"), f" {_clock(labels, now)}")
        second = Content("").join([phase, _done(labels)])
        if second.cell_length > width - 1:
            second = Content("").join([phase, _done(labels, brief=True)])
        left = Content("   ").join([first, second])
        if left.cell_length + connection.cell_length < width:
            said = Content("").join([left, Content(" " * max(1, width - left.cell_length - connection.cell_length)), connection])
        else:
            gap = " " * max(1, width - first.cell_length - connection.cell_length)
            said = Content("\n").join([Content("").join([first, Content(gap), connection]), second])
        if self._said is None or not said.is_same(self._said):
            self._said = said
            self.update(said)


def _me(mirror: Mirror, labels: Labels) -> Content:
    if isinstance(mirror.viewer, Onlooker):
        who = "head.facilitator" if mirror.viewer is Onlooker.FACILITATOR else "head.observer"
        return Content.styled(f" {labels.words(who)} ", "bold reverse")
    return Content.styled(f" {labels.power(mirror.viewer)} ", f"bold reverse {hue(labels.state, mirror.viewer)}")


def _clock(labels: Labels, now: int) -> str:
    state = labels.state
    if state.paused:
        return f"({labels.words('head.paused')}) "
    if state.deadline is None or state.phase is Phase.OVER:
        return ""
    left = max(0, state.deadline - now) // 1000
    return f"{left // 60}:{left % 60:02} "


def _done(labels: Labels, *, brief: bool = False) -> Content:
    """Who is ready, or has committed, voted, answered, has nothing to add: letters with a tick; in brief only how many have, and who has not."""
    state, words = labels.state, labels.words
    waited: frozenset[Power] = frozenset(state.powers())
    match state.phase:
        case Phase.TALKS:
            done, word = state.ready, "head.ready"
        case Phase.ORDERS:
            done, word = state.committed, "head.committed"
        case Phase.CRISIS if state.crisis is not None:
            done, word, waited = state.crisis.answered, "head.answered", state.crisis.called
        case Phase.SESSION if state.sitting is not None:
            poll = state.sitting.poll
            if poll is not None:
                done, word, waited = poll.cast, "head.voted", frozenset(poll.voters)
            elif state.sitting.step is Step.DEBATE:
                done, word, waited = state.sitting.yielded, "head.heard", frozenset(state.sitting.at_table)
            else:
                return Content("")
        case _:
            return Content("")
    letters = letters_of(labels)
    parts: list[Content | str | tuple[str, str]] = [f"{words(word)} "]
    if brief:
        parts.append((f"{len(waited & done)}✓ ", "bold"))
    for power in state.powers():
        if power in waited and not (brief and power in done):
            parts.append((f"{letters[power]}✓ ", f"bold {hue(state, power)}") if power in done else (f"{letters[power]}· ", "dim"))
    return Content.assemble(*parts)
