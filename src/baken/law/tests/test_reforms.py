"""Reforms: read from YAML, laid over a book, run in both readings; what is wrong is named with its place."""

import re
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from baken.law.book import Book
from baken.law.expression import NEVER
from baken.law.faults import TEXTS, LawError
from baken.law.person import Person
from baken.law.reform_file import load_reform, read_reform
from baken.law.tests import every_word
from baken.law.tests.people import People, judged

ON = date(2026, 10, 31)
HEAD = 'label: Een wijziging\ndescription: A change\nsource: {document: "Een nota", place: "OD 1"}\n'


@pytest.fixture
def book() -> Book:
    return every_word.book()


def over(book: Book, text: str, since: date | None = None) -> Book:
    return read_reform("change", HEAD + dedent(text), book, since).over(book)


def value(book: Book, rule: str, **facts: object) -> object:
    return Person(book, facts, ON).value(rule)


def test_a_parameter_from_a_day(book: Book) -> None:
    new = over(book, "from: 2026-06-01\nparameters: {price: 120}")
    assert [value.value for value in new.parameters["price"].values] == [9000, 9750, 12000]
    paid = {"income": 5_000_000, "score": 1, "colour": "green", "sort": "none", "tall": True, "born": date(1990, 1, 1)}
    assert value(new, "cost", signed=date(2026, 5, 31), **paid) == 8750
    assert value(new, "cost", signed=date(2026, 6, 1), **paid) == 11000
    assert new.parameters["price"].values[-1].reference == "Een nota, OD 1"
    assert [value.value for value in book.parameters["price"].values] == [9000, 9750]


def test_without_a_day_it_holds_for_everybody(book: Book) -> None:
    new = over(book, "parameters: {price: {2023-09-01: 100, 2025-01-01: {value: 110, reference: Art. 3}}}")
    assert [v.value for v in new.parameters["price"].values] == [10000, 11000]
    assert [v.value for v in over(book, "parameters: {price: 50}").parameters["price"].values] == [5000]


def test_another_day_may_be_asked(book: Book) -> None:
    new = over(book, "from: 2030-01-01\nparameters: {mark: 80}\nrules: {adult: 'age >= 21'}", since=date(2020, 1, 1))
    assert [(v.since, v.value) for v in new.parameters["mark"].values][-1] == (date(2020, 1, 1), 80)
    assert new.rules["adult"].texts[-1].version.since == date(2020, 1, 1)


def test_a_version_from_a_day_leaves_who_came_before_alone(book: Book) -> None:
    new = over(book, "from: 2025-01-01\nrules: {warm: {text: 'colour == \"blue\"'}}")
    assert [text.version.since for text in new.rules["warm"].texts] == [
        date(2015, 7, 1),
        date(2022, 3, 1),
        date(2025, 1, 1),
    ]
    assert value(new, "warm", colour="green", signed=date(2024, 12, 31)) is False
    assert value(new, "warm", colour="blue", signed=date(2025, 1, 1)) is True
    assert value(new, "warm", colour="blue", signed=date(2014, 1, 1)) is False
    earlier = over(book, "from: 2020-01-01\nrules: {warm: {text: 'colour == \"blue\"'}}")
    assert [text.version.since for text in earlier.rules["warm"].texts] == [date(2015, 7, 1), date(2020, 1, 1)]


def test_its_own_name_is_the_rule_as_it_stands(book: Book) -> None:
    new = over(book, "rules: {warm: 'any_of(warm, tall)'}\nparameters: {shade: red}")
    assert "warm_as_it_stands" in new.rules
    cold = {"colour": "green", "signed": date(2016, 1, 1)}
    assert value(book, "warm", **cold) is True
    assert value(new, "warm_as_it_stands", **cold) is False, "the parameter is the new one there too"
    assert value(new, "warm", **cold, tall=True) is True
    assert value(new, "warm", **cold, tall=False) is False


def test_another_day_picks_the_new_version(book: Book) -> None:
    new = over(book, "from: 2026-01-01\nrules: {warm: {text: tall, by: started}}")
    red = {"colour": "red", "town": "y", "tall": False, "signed": date(2023, 1, 1)}
    assert value(new, "warm", started=date(2025, 12, 31), **red) is True
    assert value(new, "warm", started=date(2026, 1, 1), **red) is False


def test_new_rules_and_new_facts(book: Book) -> None:
    new = over(
        book,
        """
        facts:
          rooms: {kind: number, label: kamers, description: rooms, synthetic: {quantiles: {0: 1, 100: 6}}}
          moved: {kind: day, label: verhuisd, description: moved, event: true}
        rules:
          crowded:
            {label: overbezet, description: crowded, chapter: two, text: "all_of(rooms < 2, not_(happened(moved)))"}
          adult: any_of(adult, crowded)
          alone: {label: alleen, description: alone, text: not_(crowded), from: 2026-01-01, by: moved, before: true}
        """,
    )
    assert new.facts["rooms"].nl == "kamers" and new.facts["rooms"].synthetic
    assert [chapter.name for chapter in new.chapters] == ["one", "two", "reform"]
    young = {"born": date(2015, 1, 1)}
    assert value(new, "adult", rooms=1, **young) is True
    assert value(new, "adult", rooms=1, moved=date(2020, 1, 1), **young) is False
    assert value(new, "adult", **young) is None
    assert value(new, "alone", moved=date(2020, 1, 1), rooms=1) is True


def test_both_readings_run_a_reform(book: Book) -> None:
    new = over(
        book,
        """
        from: 2024-06-01
        facts: {rooms: {kind: number, label: kamers, description: rooms}}
        parameters: {term: {2024-06-01: 4, 2026-01-01: 6}}
        rules:
          sort: decide((rooms > 3, "failed"), (seen, sort), otherwise="none")
          cost: {by: started, text: "decide((rooms < 2, 0), otherwise=cost + 5)"}
        """,
    )
    people = People(new, seed=11).some(3_000, ON)
    found = judged(new, people, ON, new.rules)
    for place, facts in enumerate(people):
        person = Person(new, facts, ON)
        assert {rule: person.value(rule) for rule in new.rules} == {rule: found[rule][place] for rule in new.rules}


def test_the_digest_tells_the_two_apart(book: Book) -> None:
    assert over(book, "parameters: {price: 1}").digest != book.digest == every_word.book().digest


def test_a_parameter_before_its_rule_is_no_trouble(book: Book) -> None:
    new = over(book, "from: 2000-01-01\nparameters: {price: 1}\nrules: {cost: 'price * 3'}")
    assert value(new, "cost", signed=NEVER) == 300


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "This reform changes nothing."),
        ("parameters: {prise: 3}", "parameters, prise: there is no such parameter. Is it price?"),
        ("parameters: {price: {2026-13-01: 3}}", "This is no YAML (month must be in 1..12)."),
        ("parameters: {price: many}", "price: 'many' is no value in euro"),
        ("parameters: {price: {label: x, values: {}}}", "price is there already. Give only its new values."),
        (
            "rules: {adult: age >= 21 and tall}",
            "change: adult: line 1, column 1: `age >= 21 and tall`",
        ),
        ("rules: {adult: age}", "adult"),
        ("rules: {new_one: {text: tall}}", "rules, new_one is new, so it needs a label (Dutch)"),
        ("rules: {adult: {text: tall, form: 2026-01-01}}", "rules, adult has no key form. Is it from"),
        ("rules: {adult: {text: tall, from: soon}}", "rules, adult, from: 'soon' is no day. Write it as 2027-01-01."),
        ("rules: {adult: {text: tall, by: nobody}}", "rules, adult, by: there is no fact or rule nobody."),
        ("rules: {adult: {text: tall, by: colour, from: 2026-01-01}}", "colour picks a version but is no day"),
        ("rules: {born: tall}", "born is a fact or a parameter, so it cannot be a rule"),
        ("rules: {adult: seen}", "These rules wait for each other"),
        ("rules: {adult: {text: tall, gain: lots}}", "The gain of adult cannot be 'lots'"),
        ("rules: [adult]", "`rules` is a list of names"),
        ("rules: {sort: 'sort == \"loud\"'}", "sort"),
        ("facts: {born: {kind: day, label: x, description: x}}\nrules: {adult: tall}", "facts, born is there already"),
        (
            "facts: {x: {kind: length, label: x, description: x}}",
            "facts, x, kind cannot be 'length'. It is one of truth",
        ),
        ("facts: {x: {kind: code, label: x, description: x, codes: [yes, no]}}", "Put quotes around yes"),
        ("facts: {x: {kind: truth, label: x, description: x, event: true}}", "only a day, days or periods"),
        ("facts: {x: {kind: money, label: x, description: x, synthetic: {shares: {a: 1}}}}", "needs quantiles"),
        ("facts: {x: {kind: truth, label: x, description: x, synthetic: {shares: {true: 0.5}}}}", "make 0.5, not 1"),
        ("state: someday\nrules: {adult: tall}", "state cannot be 'someday'"),
        ("outcomes: [none_such]\nrules: {adult: tall}", "outcomes: there is no rule none_such."),
        ("gains: {none_such: more}\nrules: {adult: tall}", "gains: there is no rule none_such."),
        ("rules: {adult: tall, adult: seen}", "`adult` stands there twice (line 4)"),
        (
            "rules: {x: {text: tall, label: x, description: x, chapter: three}}",
            "there is no chapter three.",
        ),
        ("colour: red", "a reform has no key colour. It takes label"),
        ("from: 2026\nrules: {adult: tall}", "from: 2026 is no day"),
        ("rules: {adult: [}", "is no YAML"),
    ],
)
def test_what_is_wrong_is_named(book: Book, text: str, said: str) -> None:
    with pytest.raises(LawError) as refused:
        over(book, text)
    assert said in str(refused.value)


def test_a_file_is_named_in_what_is_said_of_it(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("label: x")
    with pytest.raises(LawError, match=r"^mine.yaml: A reform needs `description`"):
        load_reform(path, book)
    with pytest.raises(LawError, match=r"absent.yaml: The file cannot be read"):
        load_reform(tmp_path / "absent.yaml", book)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LawError, match="no text in UTF-8"):
        load_reform(path, book)


def test_what_is_wrong_is_said_in_dutch_too(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("label: x\ndescription: x\nsource: x\nrules: {adult: tal}")
    with pytest.raises(LawError) as refused:
        load_reform(path, book)
    sentence = "mine.yaml: rules, adult, text, regel 1, kolom 1: tal is geen feit, regel of parameter."
    assert refused.value.said["nl"] == (sentence, "Bedoelde u tall?")


def test_every_fault_is_said_in_both_languages_with_the_same_places() -> None:
    told = yaml.safe_load(TEXTS.read_text(encoding="utf-8"))
    places = {key: [set(re.findall(r"(?<!{){(\w+)}", text)) for text in texts] for key, texts in told.items()}
    assert {key: found for key, found in places.items() if len(found) != 2 or found[0] != found[1]} == {}
    code = "".join(path.read_text(encoding="utf-8") for path in TEXTS.parents[1].glob("*.py"))
    assert [key for key in told if f'"{key}"' not in code] == []
