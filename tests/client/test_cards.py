"""What the start screen says of a scenario and its powers before anybody has sat down."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve as with_
from textual.widgets import OptionList, Static

from client.app import LocarnoApp
from client.cards import PowerCard, card_of
from client.memory import Memory
from client.screens.reading import Reading
from client.screens.start import ChooseScenario, JoinForm
from engine.names import Lang, TreatyId
from tests.client.gallery import Cards
from tests.client.smallworld import CZECHOSLOVAKIA, FRANCE, GERMANY, alliance, scenario


def french_card(lang: str = "en") -> PowerCard:
    return next(card for card in card_of("small", scenario(), Lang(lang)).powers if card.id == FRANCE)


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("en", ["Prime minister: Édouard Daladier", "Divisions: 60 (peace footing)", "Public treaties: Franco-Czechoslovak treaty"]),
        (
            "fr",
            ["Premier ministre : Édouard Daladier", "Divisions : 60 (pied de paix)", "Traités publics : Traité franco-tchécoslovaque"],
        ),
    ],
)
def test_a_card_says_who_a_power_is_by_its_people_its_forces_and_its_public_treaties(lang: str, lines: list[str]) -> None:
    assert french_card(lang).about.split("\n") == lines


def test_a_card_names_no_secret_treaty_and_nothing_of_the_instructions() -> None:
    plain = scenario()
    secret = with_(alliance(), id=TreatyId("secret"), title={Lang("en"): "Hidden"}, known_to=frozenset({CZECHOSLOVAKIA, FRANCE}))
    kept = with_(plain, plot=with_(plain.plot, treaties={**plain.plot.treaties, secret.id: secret}))
    cards = card_of("small", kept, Lang("en")).powers
    assert cards == card_of("small", plain, Lang("en")).powers
    assert all("You speak for" not in card.about for card in cards)


async def test_the_picker_says_who_the_power_in_hand_is_and_the_help_key_works_in_it(tmp_path: Path) -> None:
    app = LocarnoApp(lang=Lang("en"), host=Cards(), memory=Memory(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.screen.query_one("#ways", OptionList).highlighted = 0
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ChooseScenario)
        names = [card.id for card in card_of("small", scenario(), Lang("en")).powers]
        app.screen.query_one("#choices", OptionList).highlighted = names.index(GERMANY)
        await pilot.pause()
        assert "Divisions: 70" in str(app.screen.query_one("#about-text", Static).content)
        await pilot.press("f1")
        assert isinstance(app.screen, Reading)
        await pilot.press("escape", "escape", "escape")
        app.screen.query_one("#ways", OptionList).highlighted = 1
        await pilot.press("enter", "f1")
        assert isinstance(app.screen, Reading)
        await pilot.press("escape")
        assert isinstance(app.screen, JoinForm)
