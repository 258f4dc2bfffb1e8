# /// script
# dependencies = ["fonttools"]
# ///
"""Cut the fonts of other scripts to what letters need: python scripts/subset_fonts.py FOLDER

FOLDER holds the fonts of Debian's fonts-noto-core and fonts-noto-cjk. Arabic and Ethiopic keep their whole script, so
that their texts may be edited; of the Chinese font only the characters in `documents/texts` stay: run this again when
they change.
Needs fonttools, which nothing else here needs (`uv run scripts/subset_fonts.py FOLDER`).
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

ROOM = Path(__file__).parents[1] / "src" / "baken" / "documents"
LATIN = set(range(0x20, 0x7F)) | {0xA0, 0x2013, 0x2018, 0x2019}
ARABIC = {*range(0x600, 0x700), *range(0x750, 0x780), *range(0x200C, 0x2010), *range(0x2066, 0x206A)}
ETHIOPIC = set(range(0x1200, 0x1380))
CHINESE = "Noto Sans CJK SC"


def texts(language: str) -> set[int]:
    """The characters of a language's texts."""
    return {ord(sign) for sign in (ROOM / "texts" / f"{language}.yaml").read_text(encoding="utf-8")}


def found(folder: Path, name: str) -> Path:
    """A font anywhere below a folder."""
    return next(folder.rglob(name))


def of_collection(file: Path, family: str) -> TTFont:
    """One font of a collection."""
    return next(font for font in TTCollection(file).fonts if font["name"].getDebugName(1) == family)


def cut(font: TTFont, signs: set[int], name: str) -> None:
    """Keep some characters, with everything that shapes them; no hints, which print does not use."""
    font.recalcTimestamp = False  # the same bytes each time
    options = Options(
        hinting=False,
        layout_features=["*"],
        name_IDs=["*"],
        notdef_outline=True,
        drop_tables=["DSIG", "vhea", "vmtx", "VORG"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=signs)
    subsetter.subset(font)
    font.save(ROOM / "fonts" / name)


def main(folder: Path) -> None:
    """Write every font."""
    for weight in ("Regular", "Bold"):
        naskh, ethiopic = (f"{family}-{weight}.ttf" for family in ("NotoNaskhArabic", "NotoSansEthiopic"))
        cut(TTFont(found(folder, naskh)), LATIN | ARABIC, naskh)
        cut(TTFont(found(folder, ethiopic)), LATIN | ETHIOPIC, ethiopic)
        cut(
            of_collection(found(folder, f"NotoSansCJK-{weight}.ttc"), CHINESE),
            LATIN | texts("zh"),
            f"NotoSansCJKsc-{weight}.otf",
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
