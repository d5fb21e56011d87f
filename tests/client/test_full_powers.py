"""What the desk, the brief and the pages say of a delegation without full powers, in both languages."""

from __future__ import annotations

import pytest

from client.labels import Labels
from client.meaning import meaning
from client.treaty_page import treaty_page
from client.widgets.briefing import _mine
from client.widgets.situation import _promises
from engine.commands import Confirm, Sign
from engine.events import FullPowersIssued
from engine.names import Lang, Power
from engine.options import options
from engine.plot import Briefing
from engine.state import State, changed
from tests.engine.settings import ALBA, BORIA, both, do
from tests.engine.test_full_powers import PACT, adopted, referred, without

LANGS = [Lang("en"), Lang("fr")]
SIGN = {"en": "Sign ad referendum:", "fr": "Signer ad referendum"}
HAS_NONE = {"en": "Your delegation has no full powers", "fr": "Votre délégation n'est pas munie de pleins pouvoirs"}
NAMED = {
    "en": "Without full powers, signing only ad referendum: Alba",
    "fr": "Sans pleins pouvoirs, signature ad referendum seulement : Alba",
}
PENDING = {"en": "Signed ad referendum, still to be confirmed: Alba", "fr": "Signé ad referendum, à confirmer encore : Alba"}


def page(state: State, lang: Lang) -> str:
    treaty = state.treaties[PACT]
    return treaty_page(treaty, treaty.text, Labels(state, lang)).plain


@pytest.mark.parametrize("lang", LANGS)
def test_the_menu_and_the_form_say_that_it_can_sign_only_ad_referendum(lang: Lang) -> None:
    view = adopted(without(ALBA)).view(ALBA)
    labels = Labels(view, lang)
    (option,) = (o for o in options(view, ALBA) if o.verb is Sign)
    assert labels.option(option).startswith(SIGN[lang])
    said = meaning(Sign(treaty=PACT, ad_referendum=True), ALBA, labels)
    assert said[0].startswith(HAS_NONE[lang]) and labels.words("means.at_once") not in said


@pytest.mark.parametrize("lang", LANGS)
def test_a_signature_ad_referendum_is_not_said_to_bring_anything_into_force(lang: Lang) -> None:
    table = adopted(without(ALBA))
    do(table, BORIA, Sign(treaty=PACT))
    labels = Labels(table.view(ALBA), lang)
    assert labels.words("means.ad_referendum.met") in meaning(Sign(treaty=PACT, ad_referendum=True), ALBA, labels)
    do(table, ALBA, Sign(treaty=PACT, ad_referendum=True))
    table.apply((FullPowersIssued(power=ALBA),))
    labels = Labels(table.view(ALBA), lang)
    assert labels.words("means.at_once") in meaning(Confirm(treaty=PACT), ALBA, labels)


@pytest.mark.parametrize("viewer", [ALBA, BORIA])
@pytest.mark.parametrize("lang", LANGS)
def test_both_sides_read_on_the_treaty_who_has_no_full_powers_and_who_has_still_to_confirm(viewer: Power, lang: Lang) -> None:
    before, after = adopted(without(ALBA)).view(viewer), referred(without(ALBA)).view(viewer)
    assert NAMED[lang] in page(before, lang) and PENDING[lang] not in page(before, lang)
    assert PENDING[lang] in page(after, lang) and NAMED[lang] not in page(after, lang)


@pytest.mark.parametrize("lang", LANGS)
def test_the_brief_tells_the_delegation_and_the_promises_tell_everybody(lang: Lang) -> None:
    view = without(ALBA).view(ALBA)
    view = changed(view, briefings={power: Briefing(text=both("Hold.")) for power in (ALBA, BORIA)})
    labels = Labels(view, lang)
    assert HAS_NONE[lang] in _mine(ALBA, labels).plain and HAS_NONE[lang] not in _mine(BORIA, labels).plain
    assert NAMED[lang] in _promises(labels).plain
    assert NAMED[lang] not in _promises(Labels(without().view(ALBA), lang)).plain
