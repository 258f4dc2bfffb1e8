from datetime import date

from baken.law.expression import Const, Kind
from baken.law.person import Person
from baken.law.tests.every_word import book


def test_a_changed_copy_says_something_else_after_the_book_itself_was_read():
    whole = book()
    assert Person(whole, {}, date(2024, 1, 1)).value("fixed") is True
    other = whole.with_changed("fixed", Const(Kind.TRUTH, (), False), 0)
    assert Person(other, {}, date(2024, 1, 1)).value("fixed") is False
    assert Person(whole, {}, date(2024, 1, 1)).value("fixed") is True
    assert other.digest != whole.digest
