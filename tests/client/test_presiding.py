"""Whoever presides has the clock in the same menu, and one who sees all what may be found; by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from client.app import LocarnoApp
from client.labels import Labels
from client.meaning import meaning
from client.memory import Memory
from client.screens.form import ActForm
from client.screens.menu import ActMenu
from client.screens.play import PlayScreen
from client.treaty_page import treaty_page
from engine.commands import CloseStep, FindVoid, Pause
from engine.events import Phase
from engine.names import Lang, Onlooker, Power
from engine.orders import Leak
from engine.state import changed
from engine.treaty import End, Vice
from engine.wire import Lobby
from tests.client.smallworld import FRANCE
from tests.client.tablelink import TableLink, opened
from tests.engine import test_nullity as deceit
from tests.engine.settings import ALBA, CARNIA, do
from tests.engine.test_consent_found_void import PACT, found, signed_under_threat

EN = Lang("en")


async def menu(pilot: Pilot[None], *keys: str) -> list[str]:
    """The lines of the list of acts."""
    await pilot.press("escape", "a", *keys)
    await pilot.pause()
    if not isinstance(pilot.app.screen, ActMenu):
        return []
    acts = pilot.app.screen.query_one(OptionList)
    return [str(acts.get_option_at_index(n).prompt) for n in range(acts.option_count)]


async def act(pilot: Pilot[None], words: str) -> None:
    """Choose an act from the list, and do it."""
    lines = await menu(pilot)
    place = next((n for n, line in enumerate(lines) if words in line), None)
    assert place is not None, f"{words} is not among {lines}"
    pilot.app.screen.query_one(OptionList).highlighted = place
    await pilot.press("enter")
    await pilot.pause()
    assert isinstance(pilot.app.screen, ActForm)
    await pilot.press("ctrl+s")
    await pilot.pause()
    assert isinstance(pilot.app.screen, PlayScreen)


async def test_the_facilitator_stops_the_clock_closes_the_step_and_finds_a_consent_void(tmp_path: Path) -> None:
    table = signed_under_threat()
    app = LocarnoApp(lang=EN, link=TableLink(Onlooker.FACILITATOR, table, role="facilitator"), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert [line.split(":")[0] for line in await menu(pilot)] == [
            "Find void the consent of Carnia",
            "Stop the clock",
            "Close this step for all",
        ]
        await pilot.press("escape")
        await act(pilot, "Find void")
        assert table.state.treaties[PACT].end is End.VOID
        await act(pilot, "Stop the clock")
        assert table.state.paused
        await act(pilot, "Let the clock run")
        assert not table.state.paused
        await act(pilot, "Close this step")
        assert table.state.phase is not Phase.TALKS


@pytest.mark.parametrize(
    ("power", "role", "others", "clock"),
    [
        (FRANCE, "facilitator", True, True),
        # Who plays with nobody else has no clock to keep.
        (FRANCE, "facilitator", False, False),
        (FRANCE, "player", True, False),
        (None, "facilitator", False, True),
        (None, "observer", True, False),
    ],
)
async def test_the_clock_is_for_whoever_presides_over_others(
    power: Power | None, role: str, others: bool, clock: bool, tmp_path: Path
) -> None:
    table = opened()
    viewer = power or (Onlooker.FACILITATOR if role == "facilitator" else None)
    link = TableLink(viewer, table, role=role)
    if not others:
        link.seats = {"Ada": power}
    app = LocarnoApp(lang=EN, link=link, memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.lobby, Lobby)
        assert any("Close this step" in line for line in await menu(pilot)) is clock
        if clock:
            await pilot.press("escape")
            await act(pilot, "Close this step")
            assert table.state.phase is Phase.ORDERS


@pytest.mark.parametrize(
    ("lang", "threat", "known", "ends"),
    [
        ("en", "under the threat or use of force by Boria", "All will know", "A duty of Carnia ends"),
        ("fr", "sous la menace ou l'emploi de la force (Boria (fr)", "Tous sauront", "Fin d'une obligation de Carnia (fr)"),
    ],
)
def test_the_form_says_why_a_consent_may_be_found_void_who_will_know_and_what_ends(lang: str, threat: str, known: str, ends: str) -> None:
    finding = FindVoid(treaty=PACT, power=CARNIA)
    said = meaning(finding, Onlooker.FACILITATOR, Labels(signed_under_threat(ALBA).state, Lang(lang)))
    assert threat in said[0] and known in said[1] and any(ends in line for line in said[2:])
    hidden = meaning(finding, Onlooker.FACILITATOR, Labels(signed_under_threat(secret=True).state, Lang(lang)))
    assert hidden[1] != said[1]


@pytest.mark.parametrize(("lang", "finder"), [("en", ("The facilitator finds", "finds")), ("fr", ("L'animateur constate", "constate"))])
@pytest.mark.parametrize("by_organ", [False, True])
@pytest.mark.parametrize("others", [(), (ALBA,)])
def test_the_page_of_the_treaty_says_who_found_whose_consent_void(
    lang: str, finder: tuple[str, str], by_organ: bool, others: tuple[Power, ...]
) -> None:
    table = signed_under_threat(*others)
    if by_organ:
        found(table)
    else:
        do(table, Onlooker.FACILITATOR, FindVoid(treaty=PACT, power=CARNIA))
    treaty = table.view(CARNIA).treaties[PACT]
    page = treaty_page(treaty, treaty.text, Labels(table.view(CARNIA), Lang(lang))).plain
    assert (finder[0] in page) is not by_organ and finder[1] in page and "Carnia" in page


@pytest.mark.parametrize(("lang", "says"), [("en", "Boria had promised others in secret"), ("fr", "(Boria (fr)")])
def test_the_form_names_who_deceived(lang: str, says: str) -> None:
    state = deceit.allied(learned=Leak(deceit.SECRET)).state
    finding = FindVoid(treaty=deceit.ALLIANCE, power=CARNIA, ground=Vice.FRAUD)
    assert says in meaning(finding, Onlooker.FACILITATOR, Labels(state, Lang(lang)))[0]


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.OVER])
def test_closing_says_in_each_phase_what_becomes_of_those_who_are_waited_for(lang: str, phase: Phase) -> None:
    (line,) = meaning(CloseStep(), Onlooker.FACILITATOR, Labels(changed(opened().state, phase=phase), Lang(lang)))
    assert line and "{" not in line and "means." not in line


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("paused", [True, False])
def test_what_stopping_the_clock_means_is_said_in_both_languages(lang: str, paused: bool) -> None:
    (line,) = meaning(Pause(paused), Onlooker.FACILITATOR, Labels(opened().state, Lang(lang)))
    assert line and "{" not in line
