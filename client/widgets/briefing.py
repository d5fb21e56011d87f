"""What one's delegation is told: aims with their present standing, people, background, words, sources."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from client.labels import Labels
from client.mirror import Mirror
from engine.conditions import earned, holds
from engine.names import Onlooker, Power
from engine.texts.grammar import capital, either
from engine.texts.words import office_words


class BriefingTab(VerticalScroll):
    """A folder to read."""

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="folder")

    def show(self, mirror: Mirror, labels: Labels) -> None:
        """Fill the folder."""
        words, setting = labels.words, labels.state.setting
        text = Text()
        if isinstance(mirror.viewer, Onlooker):
            text.append(words("briefing.none") + "\n\n")
        else:
            text.append_text(_mine(mirror.viewer, labels))
        text.append(words("briefing.background") + "\n", style="bold underline")
        text.append(labels.text(setting.summary) + "\n\n")
        if setting.content_note:
            text.append(words("briefing.note") + "\n", style="bold underline")
            text.append(labels.text(setting.content_note) + "\n\n")
        if setting.glossary:
            text.append(words("briefing.glossary") + "\n", style="bold underline")
            for meaning in setting.glossary.values():
                text.append(f"• {labels.text(meaning)}\n")
        if setting.sources:
            text.append("\n" + words("briefing.sources") + "\n", style="bold underline")
            text.append("\n".join(f"• {source}" for source in setting.sources))
        self.query_one("#folder", Static).update(text)


def _mine(me: Power, labels: Labels) -> Text:
    words, state = labels.words, labels.state
    text = Text()
    briefing = state.briefings.get(me)
    if briefing is None:
        return text
    text.append(labels.text(briefing.text) + "\n\n")
    text.append(words("briefing.aims") + "\n", style="bold underline")
    for aim in briefing.objectives.values():
        met = holds(state, aim.when)
        part = 0 if met else earned(state, aim)
        text.append("[x] " if met else "[~] " if part else "[ ] ", style="green" if met else "")
        text.append(labels.text(aim.text))
        worth = f"{part}/{words('briefing.points', n=aim.points)}" if part else words("briefing.points", n=aim.points)
        text.append(f" ({worth}", style="dim")
        if aim.partly and not met:
            degrees = either(words.lang, tuple(str(degree.points) for degree in aim.partly))
            text.append(", " + words("briefing.partly", points=degrees), style="dim")
        text.append((f", {words('briefing.secret')}" if aim.secret else "") + ", ", style="dim")
        text.append(words("briefing.met" if met else "briefing.partly_met" if part else "briefing.unmet") + ")\n", style="dim")
    people, empowered = state.delegations.get(me, {}), me in state.full_powers
    if people or not empowered:
        text.append("\n" + words("briefing.people") + "\n", style="bold underline")
        for office, name in people.items():
            text.append(f"• {words('briefing.office', office=capital(office_words(office, words.lang)), name=name)}\n")
    if not empowered:
        text.append(f"! {words('briefing.no_full_powers')}\n", style="yellow")
    return text.append("\n")
