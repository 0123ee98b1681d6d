"""What failed in `./dev test` is tried once more by itself, and nothing else is."""

from __future__ import annotations

import pytest
from devtools.suites import MAX_TRIED_AGAIN, Runner, Tally, tried_again


@pytest.mark.parametrize(
    ("first", "again", "expected"),
    [
        (Tally(10, 1), Tally(1, 0), Tally(11, 0)),
        (Tally(10, 2), Tally(1, 1), Tally(11, 1)),
        # A whole file was run again.
        (Tally(10, 1), Tally(7, 0), Tally(11, 0)),
        # It fails again, or could not even be started.
        (Tally(10, 1), Tally(0, 1), Tally(10, 1)),
        (Tally(10, 1), Tally(0, 0), Tally(10, 1)),
        (Tally(10, 1), Tally(3, 2), Tally(10, 1)),
    ],
)
def test_what_failed_is_counted_once(first: Tally, again: Tally, expected: Tally) -> None:
    options: list[str] = []

    def suite(_run: Runner, /, *given: str) -> Tally:
        options.extend(given)
        return again

    assert tried_again("journeys-oldest", suite, first) == expected
    assert options == ["--last-failed"]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("journeys-newest", Tally(10, 0)),
        ("journeys-newest", Tally(10, MAX_TRIED_AGAIN + 1)),
        ("check", Tally(10, 1)),
    ],
)
def test_nothing_else_is_run_again(name: str, first: Tally) -> None:
    def suite(_run: Runner, /, *_given: str) -> Tally:
        pytest.fail("It was run again.")

    assert tried_again(name, suite, first) == first
