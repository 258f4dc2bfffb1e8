"""Numbers of subjects in addresses, as people see them: /dossiers/D-1234-5/."""

from django.urls import register_converter

from baken.foundation.identifiers import read_shown_number, shown_number


class DossierNumber:
    """`D-1234-5`, whose check digit must fit."""

    regex = r"[Dd]-\d{1,16}-\d"

    def to_python(self, text: str) -> int:
        """Raises ValueError (a 404) when the check digit does not fit."""
        return read_shown_number(text)[1]

    def to_url(self, number: int) -> str:
        """As shown."""
        return shown_number("D", int(number))


def register() -> None:
    """Make `<dossier:dossier>` known to all address lists."""
    register_converter(DossierNumber, "dossier")
