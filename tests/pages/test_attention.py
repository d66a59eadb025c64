"""The card that joins the signals of every subject."""

from pages.overview.attention import WORDS
from planning.attention.signal import CODES


def test_every_sort_of_signal_is_shown_in_words() -> None:
    assert set(WORDS) == set(CODES)
