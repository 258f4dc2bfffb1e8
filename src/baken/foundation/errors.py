"""Errors that reach a user: a code, a sentence, and a way out."""


class BakenError(Exception):
    """Something a user did or asked cannot be done; `str()` is a sentence without a stack trace.

    exit_code: 2 where what was asked was wrong, 1 where it was right and failed or found something.
    """

    code = "baken"
    exit_code = 2

    def __init__(self, sentence: str, way_out: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.way_out = way_out

    def __str__(self) -> str:
        return f"{self.sentence} {self.way_out}".strip()


class NotAllowed(BakenError):
    """The database or a rule refuses the change."""

    code = "not_allowed"


class Conflict(BakenError):
    """Somebody else acted on the same dossier in the meantime."""

    code = "conflict"
    exit_code = 1


class BadRequest(BakenError):
    """An argument has no meaning here."""

    code = "bad_request"
