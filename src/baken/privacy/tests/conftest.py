"""A caseload, and somebody in a post, as the workplace has them."""

from baken.workplace.tests.conftest import caseload, someone

__all__ = ["caseload", "someone"]
