"""The forms of names, lists, dates and numbers in English and French."""

import datetime as dt

import pytest

from engine.names import UNDETERMINED, Lang
from engine.texts.grammar import EN, FR, Count, Gender, Noun, Nouns, capital, date, either, listed, number, percentage, pick, quoted_within


@pytest.mark.parametrize(
    ("name", "of", "to", "within", "short"),
    [
        ("la France", "de la France", "à la France", "en France", "France"),
        ("le Royaume-Uni", "du Royaume-Uni", "au Royaume-Uni", "au Royaume-Uni", "Royaume-Uni"),
        ("l'URSS", "de l'URSS", "à l'URSS", "en URSS", "URSS"),
        ("l’Italie", "de l’Italie", "à l’Italie", "en Italie", "Italie"),
        ("les États-Unis", "des États-Unis", "aux États-Unis", "aux États-Unis", "États-Unis"),
        ("la zone I", "de la zone I", "à la zone I", "en zone I", "zone I"),
        ("Andorre", "d'Andorre", "à Andorre", "à Andorre", "Andorre"),
        ("Éthiopie", "d'Éthiopie", "à Éthiopie", "à Éthiopie", "Éthiopie"),
        ("Monaco", "de Monaco", "à Monaco", "à Monaco", "Monaco"),
        ("Lettonie", "de Lettonie", "à Lettonie", "à Lettonie", "Lettonie"),
    ],
)
def test_a_french_name_contracts_and_elides_by_its_article(name: str, of: str, to: str, within: str, short: str) -> None:
    noun = Noun(FR, name)
    assert (noun.of, noun.to, noun.within, noun.short) == (of, to, within, short)


@pytest.mark.parametrize(
    ("name", "of", "within", "short"),
    [
        ("Germany", "of Germany", "in Germany", "Germany"),
        ("the Soviet Union", "of the Soviet Union", "in the Soviet Union", "Soviet Union"),
        ("Theresienstadt", "of Theresienstadt", "in Theresienstadt", "Theresienstadt"),
    ],
)
def test_an_english_name_keeps_its_article(name: str, of: str, within: str, short: str) -> None:
    noun = Noun(EN, name)
    assert (noun.of, noun.within, noun.short) == (of, within, short)


def test_a_verb_agrees_with_the_number_that_the_article_shows() -> None:
    assert f"{Noun(FR, 'les États-Unis'):|signe|signent}" == "signent"
    assert f"{Noun(FR, 'la France'):|signe|signent}" == "signe"
    assert f"{Noun(EN, 'the United States'):|signs|sign}" == "signs"
    both = Nouns(EN, (Noun(EN, "France"), Noun(EN, "Italy")))
    assert f"{both:^} {both:|signs|sign}" == "France and Italy sign"


def test_gender_is_read_from_the_article_and_else_from_the_hint() -> None:
    assert Noun(FR, "la France").known_gender is Gender.FEMININE
    assert Noun(FR, "le Royaume-Uni", Gender.FEMININE).known_gender is Gender.MASCULINE
    assert Noun(FR, "l'URSS", Gender.FEMININE).known_gender is Gender.FEMININE
    assert Noun(FR, "l'URSS").known_gender is None


def test_a_list_of_french_names_repeats_its_preposition() -> None:
    three = Nouns(FR, tuple(Noun(FR, name) for name in ("la France", "l'URSS", "les États-Unis")))
    assert str(three) == "la France, l'URSS et les États-Unis"
    assert three.of == "de la France, de l'URSS et des États-Unis"
    assert three.to == "à la France, à l'URSS et aux États-Unis"
    assert three.within == "en France, en URSS et aux États-Unis"
    assert Nouns(EN, (Noun(EN, "France"), Noun(EN, "Italy"))).of == "of France and Italy"


@pytest.mark.parametrize(
    ("items", "english", "french"),
    [((), "", ""), (("a",), "a", "a"), (("a", "b"), "a and b", "a et b"), (("a", "b", "c"), "a, b and c", "a, b et c")],
)
def test_a_list_joins_its_last_two(items: tuple[str, ...], english: str, french: str) -> None:
    assert (listed(EN, items), listed(FR, items)) == (english, french)


def test_alternatives_are_joined_by_or() -> None:
    assert either(EN, ("a", "b", "c")) == "a, b or c"
    assert either(FR, ("a", "b")) == "a ou b"


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        (dt.date(1938, 10, 1), "1 October 1938", "1er octobre 1938"),
        (dt.date(1938, 9, 30), "30 September 1938", "30 septembre 1938"),
        (dt.date(1939, 8, 23), "23 August 1939", "23 août 1939"),
    ],
)
def test_a_date_is_written_out(day: dt.date, english: str, french: str) -> None:
    assert (date(EN, day), date(FR, day)) == (english, french)


def test_numbers_are_parted_as_each_language_does() -> None:
    assert number(EN, 12500) == "12,500"
    assert number(FR, 12500) == "12\u202f500"
    assert (number(EN, 1500), number(FR, 1500)) == ("1,500", "1500")


def test_nothing_is_singular_in_french_and_plural_in_english() -> None:
    assert f"{Count(FR, 0)} {Count(FR, 0):|division|divisions}" == "0 division"
    assert f"{Count(EN, 0)} {Count(EN, 0):|division|divisions}" == "0 divisions"
    assert f"{Count(EN, 1):|division|divisions}" == "division"


def test_a_capital_leaves_the_rest_alone() -> None:
    assert capital("l'URSS") == "L'URSS"
    assert capital("") == ""


def test_a_text_that_lacks_the_language_is_read_in_the_first_it_has() -> None:
    assert pick({EN: "Peace", FR: "Paix"}, FR) == "Paix"
    assert pick({EN: "Peace"}, FR) == "Peace"
    assert pick({EN: "Peace", UNDETERMINED: "Mir"}, Lang("ru")) == "Mir"
    assert pick({}, FR) == ""


def test_a_percentage_is_set_as_its_language_sets_it() -> None:
    assert (percentage(EN, 0.45), percentage(FR, 0.45)) == ("45%", "45\u00a0%")


def test_quotation_marks_within_quotation_marks_are_of_the_second_rank() -> None:
    assert quoted_within(EN, "We accept “Pact”.") == "We accept ‘Pact’."
    assert quoted_within(FR, "Nous acceptons «\u00a0Pacte\u00a0».") == "Nous acceptons “Pacte”."
