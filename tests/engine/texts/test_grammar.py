"""The forms of names, lists, dates and numbers in English and French."""

import datetime as dt

import pytest

from engine.names import UNDETERMINED, Lang
from engine.texts.grammar import (
    EN,
    FR,
    Count,
    Gender,
    Noun,
    Nouns,
    capital,
    date,
    either,
    listed,
    neither,
    number,
    percentage,
    pick,
    quoted_within,
)


@pytest.mark.parametrize(
    ("name", "of", "to", "within", "short"),
    [
        ("la France", "de la France", "à la France", "en France", "France"),
        ("le Royaume-Uni", "du Royaume-Uni", "au Royaume-Uni", "au Royaume-Uni", "Royaume-Uni"),
        ("l'URSS", "de l'URSS", "à l'URSS", "en URSS", "URSS"),
        ("l’Italie", "de l’Italie", "à l’Italie", "en Italie", "Italie"),
        ("les États-Unis", "des États-Unis", "aux États-Unis", "aux États-Unis", "États-Unis"),
        ("la zone I", "de la zone I", "à la zone I", "en zone I", "zone I"),
        ("Andorre", "d'Andorre", "à Andorre", "en Andorre", "Andorre"),
        ("Éthiopie", "d'Éthiopie", "à Éthiopie", "en Éthiopie", "Éthiopie"),
        ("Israël", "d'Israël", "à Israël", "en Israël", "Israël"),
        ("Cuba", "de Cuba", "à Cuba", "à Cuba", "Cuba"),
        ("Haïti", "d'Haïti", "à Haïti", "en Haïti", "Haïti"),
        ("Hong Kong", "de Hong Kong", "à Hong Kong", "à Hong Kong", "Hong Kong"),
        ("la Hongrie", "de la Hongrie", "à la Hongrie", "en Hongrie", "Hongrie"),
        ("le Honduras", "du Honduras", "au Honduras", "au Honduras", "Honduras"),
        ("l'Iran", "de l'Iran", "à l'Iran", "en Iran", "Iran"),
        ("les Pays-Bas", "des Pays-Bas", "aux Pays-Bas", "aux Pays-Bas", "Pays-Bas"),
        ("Yalta", "de Yalta", "à Yalta", "à Yalta", "Yalta"),
        ("Ypres", "d'Ypres", "à Ypres", "en Ypres", "Ypres"),
        (
            "l'État libre d'Irlande",
            "de l'État libre d'Irlande",
            "à l'État libre d'Irlande",
            "dans l'État libre d'Irlande",
            "État libre d'Irlande",
        ),
        (
            "la Ville libre de Dantzig",
            "de la Ville libre de Dantzig",
            "à la Ville libre de Dantzig",
            "dans la Ville libre de Dantzig",
            "Ville libre de Dantzig",
        ),
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


@pytest.mark.parametrize(
    ("items", "english", "french"),
    [
        (("attack",), "attack", "attack"),
        (("a", "b"), "a or b", "a ni b"),
        (("a", "b", "c"), "a, b or c", "a, ni b, ni c"),
        (("a et b", "c"), "a et b or c", "a et b, ni c"),
    ],
)
def test_what_is_not_to_be_done_is_joined_by_or_and_in_french_by_ni(items: tuple[str, ...], english: str, french: str) -> None:
    assert (neither(EN, items), neither(FR, items)) == (english, french)


def test_alternatives_are_joined_by_or() -> None:
    assert either(EN, ("a", "b", "c")) == "a, b or c"
    assert either(FR, ("a", "b")) == "a ou b"


@pytest.mark.parametrize(
    ("items", "english", "french"),
    [
        (("the Straits", "Eupen and Malmedy"), "the Straits, and Eupen and Malmedy", "the Straits et Eupen and Malmedy"),
        (("arms", "loans and credits", "oil"), "arms, loans and credits, and oil", "arms, loans and credits et oil"),
        (("Andorra", "Orange"), "Andorra and Orange", "Andorra et Orange"),
    ],
)
def test_an_english_list_takes_a_comma_before_its_last_item_where_one_holds_a_conjunction(
    items: tuple[str, ...], english: str, french: str
) -> None:
    assert (listed(EN, items), listed(FR, items)) == (english, french)


@pytest.mark.parametrize(
    ("name", "many"),
    [
        ("the Straits", True),
        ("the Polish rights in Danzig", True),
        ("the main Mediterranean routes", True),
        ("Eupen and Malmedy", True),
        ("Zones II and III", True),
        ("Zone I", False),
        ("Tunis", False),
        ("the demilitarised zone of the Rhineland", False),
        ("the land between the rivers", False),
        ("the Caucasus", False),
        ("Alsace north of Weissenburg and Lauter", False),
    ],
)
def test_an_english_place_is_what_the_head_of_its_name_is(name: str, many: bool) -> None:
    assert Noun(EN, name, place=True).plural is many
    assert not Noun(EN, name).plural


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
    assert (number(EN, 1500), number(FR, 1500)) == ("1,500", "1\u202f500")


def test_nothing_is_singular_in_french_and_plural_in_english() -> None:
    assert f"{Count(FR, 0)} {Count(FR, 0):|division|divisions}" == "0 division"
    assert f"{Count(EN, 0)} {Count(EN, 0):|division|divisions}" == "0 divisions"
    assert f"{Count(EN, 1):|division|divisions}" == "division"


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("la zone I", "dans la zone I"),
        ("les Détroits", "dans les Détroits"),
        ("l'Ogaden", "dans l'Ogaden"),
        ("Addis-Abeba", "à Addis-Abeba"),
        ("Dantzig", "à Dantzig"),
        ("ces lieux", "dans ces lieux"),
    ],
)
def test_things_are_in_a_territory_and_at_a_town(name: str, inside: str) -> None:
    assert f"{Noun(FR, name):inside}" == inside
    assert f"{Noun(EN, 'Danzig'):inside}" == "in Danzig"


def test_alternatives_repeat_their_preposition_and_agree_with_one_of_them() -> None:
    either_of = Nouns(FR, (Noun(FR, "la Hongrie"), Noun(FR, "l'Italie")), alternative=True)
    assert f"{either_of} {either_of:|attaque|attaquent}" == "la Hongrie ou l'Italie attaque"
    assert (either_of.of, either_of.to) == ("de la Hongrie ou de l'Italie", "à la Hongrie ou à l'Italie")
    zones = Nouns(FR, (Noun(FR, "la zone I"), Noun(FR, "les Détroits")), alternative=True)
    assert f"{zones:inside}" == "dans la zone I ou dans les Détroits"
    assert f"{zones} {zones:|est|sont}" == "la zone I ou les Détroits sont"
    assert f"{Nouns(EN, (Noun(EN, 'Zone I'), Noun(EN, 'Danzig')), alternative=True):inside}" == "in Zone I or Danzig"


def test_a_word_agrees_with_the_gender_of_what_it_speaks_of() -> None:
    assert f"{Noun(FR, 'la présente Convention'):~ouvert|ouverte}" == "ouverte"
    assert f"{Noun(FR, 'le présent Pacte'):~ouvert|ouverte}" == "ouvert"
    assert f"{Noun(FR, 'En cas de guerre'):low}" == "en cas de guerre"


@pytest.mark.parametrize(
    ("value", "masculine", "feminine"),
    [
        (1, "un", "une"),
        (9, "neuf", "neuf"),
        (16, "seize", "seize"),
        (17, "dix-sept", "dix-sept"),
        (20, "vingt", "vingt"),
        (21, "vingt et un", "vingt et une"),
        (32, "trente-deux", "trente-deux"),
        (70, "soixante-dix", "soixante-dix"),
        (71, "soixante et onze", "soixante et onze"),
        (77, "soixante-dix-sept", "soixante-dix-sept"),
        (80, "quatre-vingts", "quatre-vingts"),
        (81, "quatre-vingt-un", "quatre-vingt-une"),
        (91, "quatre-vingt-onze", "quatre-vingt-onze"),
        (99, "quatre-vingt-dix-neuf", "quatre-vingt-dix-neuf"),
        (100, "cent", "cent"),
        (136, "136", "136"),
        (0, "0", "0"),
    ],
)
def test_a_small_number_is_written_in_words_in_a_treaty(value: int, masculine: str, feminine: str) -> None:
    assert (f"{Count(FR, value):words}", f"{Count(FR, value):words f}") == (masculine, feminine)


@pytest.mark.parametrize(
    ("value", "words"),
    [(12, "twelve"), (13, "thirteen"), (20, "twenty"), (21, "twenty-one"), (99, "ninety-nine"), (100, "one hundred"), (101, "101")],
)
def test_an_english_number_is_written_in_words_up_to_a_hundred(value: int, words: str) -> None:
    assert f"{Count(EN, value):words}" == words


@pytest.mark.parametrize(
    ("value", "of"), [(1, "d'un"), (8, "de huit"), (11, "de onze"), (15, "de quinze"), (80, "de quatre-vingts"), (120, "de 120")]
)
def test_a_number_of_words_elides_before_one_alone(value: int, of: str) -> None:
    assert f"{Count(FR, value):of words}" == of
    assert f"{Count(FR, value):of words f}" == ("d'une" if value == 1 else of)


@pytest.mark.parametrize(
    ("value", "tons", "men"),
    [
        (1, "1 tonne", "1 homme"),
        (1_500, "1\u202f500 tonnes", "1\u202f500 hommes"),
        (1_000_000, "1\u202f000\u202f000 de tonnes", "1\u202f000\u202f000 d'hommes"),
        (1_200_000, "1\u202f200\u202f000 tonnes", "1\u202f200\u202f000 hommes"),
    ],
)
def test_whole_millions_take_de_before_what_is_counted(value: int, tons: str, men: str) -> None:
    assert (f"{Count(FR, value):of|tonne|tonnes}", f"{Count(FR, value):of|homme|hommes}") == (tons, men)
    assert f"{Count(EN, 1_000_000):of|ton|tons}" == "1,000,000 tons"


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
