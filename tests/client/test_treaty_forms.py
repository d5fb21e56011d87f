"""Every act on a treaty can be done from its form, which says first what it would mean."""

from __future__ import annotations

import pytest
from textual.app import App

from client.forecast import record_lines
from client.labels import Labels
from client.meaning import meaning
from client.screens.form import ActForm
from engine.clauses import Guarantee, MutualAssistance, NonAggression
from engine.clauses.guarantee import GuaranteeOf
from engine.commands import (
    Accede,
    AgreeToEnd,
    AnswerReservation,
    CallGuarantors,
    Confirm,
    Denounce,
    InviteToAccede,
    PowerCommand,
    Protest,
    Ratify,
    Register,
    Resume,
    Sign,
    Suspend,
    Terminate,
)
from engine.domains import Option
from engine.duties import Assist
from engine.events import ObligationBreached, Phase, TrackMoved
from engine.names import ArticleId, Lang
from engine.options import options
from engine.reservations import Reservation
from engine.table import Table
from engine.treaty import Accession
from tests.engine.settings import ALBA, BORIA, CARNIA, DORIA, ENTENTE, ETRIA, SCENARIO, TWO_DAYS, adopt, conclude, do, to_phase

ACTS: tuple[type[PowerCommand], ...] = (
    Sign, Confirm, Ratify, AnswerReservation, InviteToAccede, Accede, Register, Denounce, AgreeToEnd, Protest, CallGuarantors, Suspend, Resume,
    Terminate,
)  # fmt: skip


def eventful() -> Table:
    """Alba may do everything that can be done on a treaty."""
    table = Table.open(SCENARIO, 1)
    conclude(table, ALBA, "ratified", (ALBA, BORIA), ratification=True)
    to_phase(table, Phase.TALKS, 1)
    table.apply((TrackMoved(track="alba.support", value=20, audience=frozenset({ALBA})),))
    conclude(table, ALBA, "guests", (ALBA, BORIA), accession=Accession.BY_INVITATION, notice=TWO_DAYS)
    conclude(table, ALBA, "annex", (ALBA, BORIA), annexed_to="alba.guests")
    conclude(table, DORIA, "open", (DORIA, ETRIA), accession=Accession.OPEN)
    adopt(table, ALBA, "unsigned", (ALBA, BORIA), at_least=2)
    adopt(table, ALBA, "half", (ALBA, BORIA))
    do(table, ALBA, Sign(treaty="alba.half", ad_referendum=True))  # type: ignore[arg-type]
    reserved = adopt(table, BORIA, "reserved", (ALBA, BORIA), MutualAssistance(), NonAggression())
    do(table, BORIA, Sign(treaty=reserved, reservations=(Reservation(article=ArticleId("a1")),)))
    duty = Assist(debtor=CARNIA, creditor=ALBA)
    table.apply((ObligationBreached(treaty=ENTENTE, article=ArticleId("entente_1"), duty=duty),))
    observing = Guarantee(guarantors=(DORIA,), protected=ALBA, object=GuaranteeOf.OBSERVANCE, instrument=ENTENTE)
    conclude(table, ALBA, "watch", (ALBA, DORIA), observing)
    broken = conclude(table, ALBA, "broken", (ALBA, CARNIA), NonAggression())
    table.apply((ObligationBreached(treaty=broken, article=ArticleId("a1"), duty=duty),))
    do(table, ALBA, Suspend(treaty=broken, against=CARNIA))
    return table


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_every_act_on_a_treaty_is_done_from_its_form(lang: str) -> None:
    table = eventful()
    app: App[None] = App()
    first: dict[type[PowerCommand], Option] = {}
    for option in options(table.view(ALBA), ALBA):
        first.setdefault(option.verb, option)
    assert set(ACTS) <= set(first)
    done: list[PowerCommand | None] = []
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        for act in ACTS:
            labels = Labels(table.view(ALBA), Lang(lang))
            app.push_screen(ActForm(first[act], ALBA, labels), done.append)
            await pilot.pause()
            await pilot.press("ctrl+s")
            await pilot.pause()
            command = done[-1]
            assert command is not None and first[act].admits(command), act
            said = meaning(command, ALBA, labels)
            assert said and all("{" not in line for line in said)
    assert [type(command) for command in done] == list(ACTS)


@pytest.mark.parametrize(
    ("verb", "english", "french"),
    [
        (Protest, "Protest against a breach by Carnia: broken", "Protester contre une violation par Carnia (fr) : broken (fr)"),
        (
            CallGuarantors,
            "Call your guarantors, Carnia having broken “entente”, Article 1: watch",
            "Faire appel à vos garants, Carnia (fr) ayant violé «\u00a0entente (fr)\u00a0», article premier : watch (fr)",
        ),
        (Suspend, "Suspend for breach by Carnia: entente", "Suspendre pour violation par Carnia (fr) : entente (fr)"),
        (Terminate, "End for breach by Carnia: broken", "Mettre fin pour violation par Carnia (fr) : broken (fr)"),
        (Resume, "Put back into operation with Carnia: broken", "Remettre en application avec Carnia (fr) : broken (fr)"),
    ],
)
def test_an_act_that_is_open_towards_one_power_alone_names_it(verb: type[PowerCommand], english: str, french: str) -> None:
    view = eventful().view(ALBA)
    option = next(o for o in options(view, ALBA) if o.verb is verb)
    assert [Labels(view, Lang(lang)).option(option) for lang in ("en", "fr")] == [english, french]


def test_an_act_that_is_open_towards_several_powers_asks_which() -> None:
    view = eventful().view(ALBA)
    option = next(o for o in options(view, ALBA) if o.verb is InviteToAccede)
    assert Labels(view, Lang("en")).option(option) == "Invite a power to accede: guests"


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "    first: the guarantors are called (watch)"), ("fr", "    first (fr) : appel aux garants (watch (fr))")]
)
def test_the_record_says_over_which_breach_guarantors_were_called(lang: str, said: str) -> None:
    table = eventful()
    option = next(o for o in options(table.view(ALBA), ALBA) if o.verb is CallGuarantors)
    do(table, ALBA, CallGuarantors(**{name: option.only(name) for name in option.domains}))
    lines = [line.replace("\u00a0", " ") for line in record_lines(Labels(table.view(ALBA), Lang(lang)))]
    place = next(n for n, line in enumerate(lines) if "entente" in line)
    assert lines[place + 1].split(":")[1:] == said.split(":")[1:]


@pytest.mark.parametrize("lang", [Lang("en"), Lang("fr")])
def test_it_is_said_that_a_part_of_a_treaty_does_not_bind_before_that_treaty_does(lang: Lang) -> None:
    table = Table.open(SCENARIO, 1)
    whole = adopt(table, ALBA, "pact", (ALBA, BORIA, CARNIA), at_least=2)
    annex = adopt(table, ALBA, "rider", (ALBA, BORIA, CARNIA), annexed_to=whole, at_least=2, accession=Accession.OPEN)
    for power in (ALBA, BORIA):
        do(table, power, Sign(treaty=whole), Sign(treaty=annex))
    for power, act in ((CARNIA, Sign(treaty=annex)), (DORIA, Accede(treaty=annex))):
        labels = Labels(table.view(power), lang)
        said = meaning(act, power, labels)
        assert any(labels.power(power) in line and "pact" in line for line in said), said
        assert labels.words("means.at_once") not in said and labels.words("means.accede") not in said
        do(table, power, act)
        assert table.state.treaties[annex].parties == {ALBA, BORIA}
    do(table, CARNIA, Sign(treaty=whole))
    assert table.state.treaties[annex].parties == {ALBA, BORIA, CARNIA}


@pytest.mark.parametrize("lang", [Lang("en"), Lang("fr")])
def test_it_is_said_whose_consent_is_not_needed_to_end_a_treaty(lang: Lang) -> None:
    table = Table.open(SCENARIO, 1)
    pact = conclude(table, ALBA, "pact", (ALBA, BORIA, CARNIA), NonAggression())
    agreeing = AgreeToEnd(treaty=pact)
    labels = Labels(table.view(ALBA), lang)
    assert len(meaning(agreeing, ALBA, labels)) == 1
    table.apply((ObligationBreached(treaty=pact, article=ArticleId("a1"), duty=Assist(debtor=CARNIA, creditor=ALBA)),))
    labels = Labels(table.view(ALBA), lang)
    line = meaning(agreeing, ALBA, labels)[1]
    assert labels.power(CARNIA) in line and "60" in line
