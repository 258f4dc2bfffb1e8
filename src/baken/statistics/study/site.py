"""A study's pages: one per language, plain HTML that works from disk, without scripts."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.template import Context, Engine

from baken.law.content.codes import code_name
from baken.law.reforms import AMONG
from baken.law.sheet import lines, read_version
from baken.law.speech import Speech
from baken.law.study import GAIN, LOSS, OTHER
from baken.statistics.lawbook.site import OWN as LAWBOOK
from baken.statistics.lawbook.site import law_assets
from baken.statistics.report.site import FOLDERS, HERE
from baken.statistics.study.charts import by_group, by_outcome
from baken.statistics.study.edition import Edition

OWN = Path(__file__).parent
DATA = ("outcomes.csv", "groups.csv", "moves.csv", "study.json")
DRAWN = 4
"""So many outcomes get a chart by group."""


def site(editions: Mapping[str, Edition]) -> dict[str, str]:
    """The page of every language: HTML by path within the site."""
    engine = Engine(
        dirs=[str(OWN / "templates"), str(LAWBOOK / "templates"), str(HERE / "templates")],
        libraries={"report": "baken.statistics.report.tags", "law": "baken.statistics.lawbook.tags"},
        autoescape=True,
    )
    written: dict[str, str] = {}
    for language, edition in editions.items():
        other = next(known for known in editions if known != language)
        up = "../" * FOLDERS[language].count("/")
        context = _context(edition) | {
            "root": up,
            "other": editions[other],
            "other_page": f"{up}{FOLDERS[other]}index.html",
        }
        written[f"{FOLDERS[language]}index.html"] = engine.get_template("study.html").render(Context(context))
    return written


def study_assets() -> dict[str, bytes]:
    """The stylesheets, the mark and the fonts, by path within the site."""
    return {**law_assets(), "assets/study.css": (OWN / "assets" / "study.css").read_bytes()}


def _context(edition: Edition) -> dict[str, Any]:
    words, says = edition.words, edition.says
    drawings = [by_group(edition, outcome) for outcome in edition.outcomes[:DRAWN] if outcome.tables]
    outcomes = [(outcome, drawings[n] if n < len(drawings) else None) for n, outcome in enumerate(edition.outcomes)]
    return {
        "edition": edition,
        "words": words,
        "page": "index.html",
        "description": said(edition)["lead"],
        "data": DATA,
        "cards": cards(edition),
        "overview": by_outcome(edition),
        "outcomes": outcomes,
        "proposal": edition.proposal,
        "about": words.at("about"),
        "reproduce": reproduce(edition),
        "drawn_facts": drawn_facts(edition),
        "people": says.noun(2),
        **said(edition),
    }


def said(edition: Edition) -> dict[str, str]:
    """What a study says of itself: subtitle, lead, from when, what it supposes, state, note."""
    run, words, says = edition.run, edition.words, edition.says
    reform, number = run.reform, run.study.people
    state = words(f"states.{reform.state}")
    since = words("since", since=says.speech.day(reform.since)) if reform.since else words("always")
    supposed = "; ".join(
        ", ".join(f"{says.speech.label(name)}: {_value(edition, name, value)}" for name, value in row.items())
        for row in reform.suppose
    )
    return {
        "subtitle": words("subtitle", state=state, on=says.speech.day(run.on)),
        "lead": words("lead", number=says.number(number), people=says.noun(number)),
        "since": since,
        "supposed": words("supposed", facts=supposed) if supposed else "",
        "among": _among(edition),
        "state": state,
        "note": edition.proposal.note,
    }


def _among(edition: Edition) -> str:
    """For whom the study counts, and of how many that is not known."""
    run, words, says = edition.run, edition.words, edition.says
    if AMONG not in run.counting.rules:
        return ""
    speech = Speech(run.counting, edition.language, code_name)
    whom = " ".join(line.strip() for line in lines(read_version(speech, AMONG, 0), speech))
    aside = words("aside", number=says.number(run.aside), people=says.noun(run.aside)) if run.aside else ""
    return f"{words('among', whom=whom)} {aside}".strip()


def _value(edition: Edition, name: str, value: Any) -> str:
    return edition.says.speech.value(value, edition.run.after.facts[name].kind, name)


def cards(edition: Edition) -> list[dict[str, str]]:
    """The key numbers of the main outcome."""
    words, says, main = edition.words, edition.says, edition.main
    tally = main.whole.tally
    found = [{"label": words("labels.people"), "number": main.whole.people, "about": says.noun(tally.people)}]
    for name in (OTHER,) if main.neutral else (GAIN, LOSS):
        about = f"{says.share(tally.counts[name], tally.people)}, {main.label}"
        found.append({"label": words(f"labels.{name}"), "number": getattr(main.whole, name), "about": about})
    at_most = words("labels.at_most")
    found.append(
        {"label": words("labels.open"), "number": main.whole.open, "about": f"{at_most}: {says.number(tally.at_most)}"}
    )
    if main.summed:
        about = main.whole.bounds if main.whole.bounds != words("labels.bounds") else ""
        found.append({"label": words("labels.difference"), "number": main.whole.difference, "about": about})
    return found


def drawn_facts(edition: Edition) -> str:
    """Which facts were drawn, in a sentence; "" where none were."""
    names = ", ".join(f"‘{edition.says.speech.label(name)}’" for name in edition.run.people.drawn)
    return edition.words("uncertain.drawn", facts=names) if names else ""


def reproduce(edition: Edition) -> list[tuple[str, str]]:
    """What somebody needs to make this study again."""
    run, words = edition.run, edition.words
    seal = [(words("labels.snapshot"), run.people.seal)] if run.people.seal else []
    source = "" if run.people.seal else f" --population {run.people.source}"
    return [
        (words("labels.command"), f"baken study {run.reform.name}.yaml --on {run.on}{source} --out studie"),
        (words("labels.population"), run.people.source),
        *seal,
        (words("labels.digest_law"), run.before.digest),
        (words("labels.digest_reform"), run.reform.digest),
    ]
