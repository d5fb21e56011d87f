"""Every key has its sentence in both languages, with the same slots; everything the engine names has its words."""

import ast
from enum import Enum
from pathlib import Path
from string import Formatter

import pytest

import engine
from engine.casus import Standing
from engine.clauses import CLAUSES
from engine.clauses.arms_ceiling import Arms
from engine.clauses.guarantee import GuaranteeOf
from engine.clauses.notification import Notice
from engine.clauses.organ import Competence, Decides
from engine.clauses.principle import HelsinkiPrinciple
from engine.clauses.recognition import RecognitionOf
from engine.clauses.settlement import Procedure
from engine.clauses.supply import Goods
from engine.clauses.waterway import Passage
from engine.consistency import Clash, Prevails
from engine.crisis import Band, Opening, Stance, UltimatumState, Way
from engine.duties import Automaticity, Extent, Trigger
from engine.events import Phase
from engine.happenings import Deed, Means
from engine.messages import Attitude
from engine.names import Lang
from engine.occasions import Occasion
from engine.orders import Readiness, Sanction
from engine.postures import PostureKind
from engine.refusal import Reason, Refusal
from engine.texts.catalogue import BOOKS, Slot, knows, say, slots_of
from engine.texts.grammar import Noun, Nouns
from engine.texts.phrases import variants
from engine.texts.refusals import fault_sentence, refusal_sentence
from engine.treaty import Answer, End, Stage
from engine.voting import Ballot, Cause, Interest, Matter
from engine.voting.bodies import BODIES, Effect
from engine.voting.rules import RULES
from tests.engine.atlas import EN, FR, OCTOBER, SETTING, USSR, ZONE

SOURCES = sorted(Path(engine.__file__).parent.rglob("*.py"))

PREFIXES: list[tuple[type[Enum], str]] = [
    (Reason, "reason"),
    (Phase, "phase"),
    (Phase, "tale.phase_opened"),
    (Readiness, "readiness"),
    (Readiness, "tale.readiness"),
    (Stance, "stance"),
    (Stance, "tale.stance"),
    (Stage, "stage"),
    (Ballot, "ballot"),
    (Ballot, "tale.entered"),
    (UltimatumState, "ultimatum"),
    (UltimatumState, "tale.ultimatum"),
    (Opening, "opening"),
    (Means, "means"),
    (PostureKind, "tale.posture"),
    (PostureKind, "tale.posture_ended"),
    (Band, "band"),
    (Way, "road"),
    (Occasion, "track"),
    (Sanction, "order.apply_sanction"),
    (Sanction, "order.lift_sanction"),
    (Sanction, "tale.sanction_applied"),
    (Sanction, "tale.sanction_lifted"),
    (Attitude, "attitude"),
    (Standing, "standing"),
    (Standing, "casus"),
    (Trigger, "trigger"),
    (Trigger, "prose.case"),
    (Trigger, "prose.consultation"),
    (Trigger, "gist.case"),
    (Trigger, "gist.consultation"),
    (Automaticity, "automaticity"),
    (Automaticity, "prose.mode"),
    (Automaticity, "gist.mode"),
    (Extent, "extent"),
    (Extent, "prose.means"),
    (Extent, "gist.means"),
    (Clash, "conflict"),
    (Prevails, "prevails"),
    (RecognitionOf, "prose.recognition"),
    (RecognitionOf, "gist.recognition"),
    (RecognitionOf, "matter"),
    (Passage, "prose.waterway"),
    (Passage, "gist.waterway"),
    (Procedure, "prose.settlement"),
    (Procedure, "gist.settlement"),
    (Procedure, "matter"),
    (Decides, "prose.organ"),
    (Decides, "gist.organ"),
    (Competence, "prose.organ"),
    (Competence, "competence"),
    (Goods, "goods"),
    (Goods, "matter"),
    (Sanction, "sanctions"),
    (Sanction, "matter"),
    (HelsinkiPrinciple, "principle"),
    (GuaranteeOf, "guaranteed"),
    (Trigger, "prose.danger"),
    (Trigger, "whenever"),
    (Extent, "gist.one_sided"),
    (Extent, "gist.with"),
    (Means, "prose.sending"),
    (Means, "gist.sending"),
    (Notice, "prose.notice"),
    (Notice, "gist.notice"),
    (Notice, "matter"),
    (Arms, "arms"),
    (Arms, "matter"),
    (Matter, "question"),
    (Interest, "interest"),
    (Effect, "effect"),
    (Cause, "verdict"),
    (Answer, "answer"),
    (Answer, "tale.reservation"),
    (End, "end"),
    (End, "tale.left"),
    (End, "tale.ended"),
]

CODES = {
    "casus": (
        "bound waits_for bound_only_if entitled free barred waits_for_each_other not_in_force provoked awaits_recommendation "
        "after_consultation as_each_judges economic_only diplomatic_only non_aggression_with_victim neutral_towards_attacker yields_to_prior "
        "awaits_transit bound_to_attack"
    ),
    "crisis": "stepped_back yielded war",
    "demand": "cession assent stand_down",
    "duty": "cede assist refrain consult render allow",
    "order": "mobilise stand_down attack hand_over",
    "tale.shown": "drafted found tabled standing published invited notified",
    "tale.performed": "cede assist refrain consult render allow",
    "tale.announced": "manoeuvres mobilisation",
    "order.perform": " ".join(Notice),
    "tale.performed.regarding": "notify",
    "tale.breached.regarding": "notify refrain",
    "tale.breached": "cede assist refrain consult render allow",
    "deed": " ".join(Deed),
    "force": "line sum",
}

NUMBERS = ("words", "of words", "of|")

PHRASES = (
    "agreed_reluctantly agreed refuse_red_line refuse_too_little refuse_price_too_high counter hold_await_instructions ally_first "
    "already_answered no_ground thanks acknowledge reject_ultimatum accept_ultimatum not_competent"
)


def words_of(member: Enum) -> str:
    """How the catalogue spells a member: by its value, or by its name where the value is a number."""
    return member.value if isinstance(member.value, str) else member.name.lower()


def test_both_languages_have_the_same_keys() -> None:
    assert BOOKS[EN].keys() == BOOKS[FR].keys()


@pytest.mark.parametrize("key", sorted(BOOKS[EN]))
def test_what_one_language_says_the_other_says_too(key: str) -> None:
    english, french = BOOKS[EN][key], BOOKS[FR][key]
    assert said(english) <= slots_of(french)
    assert said(french) <= slots_of(english)


def counted(template: str) -> frozenset[str]:
    """The slots that are written as numbers: only a number has words."""
    return frozenset(name for _, name, spec, _ in Formatter().parse(template) if name and (spec or "").startswith(NUMBERS))


def said(template: str) -> frozenset[str]:
    """The slots that a sentence says, and not those alone that its words agree with: a language may need more of these than another."""
    return frozenset(name for _, name, spec, _ in Formatter().parse(template) if name and not (spec or "").startswith(("|", "~")))


@pytest.mark.parametrize("lang", [EN, FR])
def test_every_sentence_can_be_said_of_one_and_of_many(lang: Lang) -> None:
    for key, template in BOOKS[lang].items():
        for name in ("les États-Unis", "la France", "Italy"):
            slots: dict[str, Slot] = {slot: 21 if slot in counted(template) else name for slot in slots_of(template)}
            assert "{" not in say(lang, key, **slots)


@pytest.mark.parametrize(("members", "prefix"), PREFIXES, ids=[f"{m.__name__}-{p}" for m, p in PREFIXES])
def test_every_member_has_its_words(members: type[Enum], prefix: str) -> None:
    assert [m for m in members if not knows(f"{prefix}.{words_of(m)}")] == []


@pytest.mark.parametrize("prefix", sorted(CODES))
def test_every_code_has_its_words(prefix: str) -> None:
    assert [code for code in CODES[prefix].split() if not knows(f"{prefix}.{code}")] == []


def test_every_kind_of_article_has_its_name() -> None:
    assert [kind.tag for kind in CLAUSES if not knows(f"clause.{kind.tag}")] == []


def test_every_body_reading_class_of_seats_and_rule_of_voting_has_its_words() -> None:
    keys = [f"rule.{name}" for name in RULES] + [f"body.{name}" for name in BODIES]
    for body in BODIES.values():
        keys += [f"reading.{name}" for name in body.readings] + [f"seat.{name}" for name in body.classes]
    assert [key for key in keys if not knows(key)] == []


@pytest.mark.parametrize("code", PHRASES.split())
def test_every_phrase_has_two_or_three_variants(code: str) -> None:
    assert 2 <= variants(code) <= 3


def test_every_fault_the_engine_finds_has_its_sentence() -> None:
    found = {
        keyword.value.value
        for source in SOURCES
        for call in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Fault"
        for keyword in call.keywords
        if keyword.arg == "code" and isinstance(keyword.value, ast.Constant)
        if isinstance(keyword.value.value, str)
    }
    assert len(found) > 10
    assert sorted(code for code in found if not knows(f"fault.{code}")) == []


def test_every_reason_for_which_the_engine_moves_a_track_has_its_words() -> None:
    found = {
        why.value
        for source in SOURCES
        for call in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "move"
        for why in call.args[2:3]
        if isinstance(why, ast.Constant) and isinstance(why.value, str)
    }
    assert found
    assert sorted(why for why in found if not knows(f"track.{why}")) == []


def test_an_optional_part_falls_away_without_its_slots() -> None:
    assert say(EN, "reason.too_many_orders") == "Too many orders."
    assert say(EN, "reason.too_many_orders", most=2) == "Too many orders: at most 2 in a turn."
    assert say(FR, "reason.too_many_orders", most=2) == "Trop d'ordres\u00a0: 2 au plus par tour."


@pytest.mark.parametrize(
    ("name", "said"), [("Oman", "dès qu'Oman l'aura"), ("la France", "dès que la France l'aura"), ("Yalta", "dès que Yalta l'aura")]
)
def test_que_loses_its_vowel_before_a_name_without_an_article(name: str, said: str) -> None:
    this = Noun(FR, "le présent accord")
    assert said in say(FR, "final.force_on_signature.named", this=this, powers=Nouns(FR, (Noun(FR, name),)))


def test_a_language_without_a_book_is_read_in_english() -> None:
    assert say(Lang("eo"), "phase.talks") == "Talks"


def test_braces_in_what_a_player_typed_are_left_alone() -> None:
    assert say(EN, "reason.name_taken", name="{who:of}") == "That name is already taken: {who:of}."


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("lang", [EN, FR])
def test_every_refusal_is_a_sentence_without_its_particulars(reason: Reason, lang: Lang) -> None:
    sentence = refusal_sentence(Refusal(reason), lang)
    assert sentence[0].isupper()
    assert "{" not in sentence and "[" not in sentence


@pytest.mark.parametrize(
    ("refusal", "english", "french"),
    [
        (
            Refusal(Reason.UNKNOWN_POWER, {"power": "atlantis"}),
            "There is no such power at this table: atlantis.",
            "Aucune puissance de ce nom n'est à la table : atlantis.",
        ),
        (
            Refusal(Reason.ARTICLE_FAULTY, {"fault": "waits_for_itself", "word": USSR}),
            "The text cannot stand: a duty cannot wait for the power that is to perform it: the Soviet Union.",
            "Le texte ne peut subsister : une obligation ne peut attendre la puissance même qui doit l'exécuter : l'URSS.",
        ),
        (
            Refusal(Reason.ARTICLE_FAULTY, {"fault": "does_not_hold", "word": ZONE}),
            "The text cannot stand: the ceding power does not hold this: Zone I.",
            "Le texte ne peut subsister : la puissance cédante n'en est pas détentrice : la zone I.",
        ),
        (
            Refusal(Reason.ARTICLE_FAULTY, {"fault": "no_articles", "word": ""}),
            "The text cannot stand: a treaty needs at least one article.",
            "Le texte ne peut subsister : un traité compte au moins un article.",
        ),
    ],
)
def test_a_refusal_names_what_it_speaks_of(refusal: Refusal, english: str, french: str) -> None:
    assert refusal_sentence(refusal, EN, SETTING) == english
    assert refusal_sentence(refusal, FR, SETTING).replace("\u00a0", " ") == french


def test_a_date_at_fault_is_written_out() -> None:
    assert fault_sentence("date_past", OCTOBER, EN, SETTING) == "that date has passed: 1 October 1938."


def test_a_fault_without_a_sentence_is_still_said_to_be_a_fault() -> None:
    assert fault_sentence("of_tomorrow", "a1", EN) == "an article is faulty: a1."
