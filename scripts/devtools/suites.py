"""`./dev test`: every suite, then one line with what passed and what failed."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol
from xml.etree import ElementTree

from .build import build, build_emulator
from .checks import CHECKS, check_all
from .output import Runner, named, shown
from .places import BIN, ROOT, say
from .setup import find_browser, make_environment, setup, setup_companions, setup_hub, setup_oldest

RESULTS = ROOT / "test-results"


@dataclass(frozen=True)
class Tally:
    """How many tests passed and failed."""

    passed: int = 0
    failed: int = 0

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed"

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.passed + other.passed, self.failed + other.failed)


class Suite(Protocol):
    """Runs tests. The options go to the program that runs them."""

    def __call__(self, run: Runner, /, *options: str) -> Tally: ...


def check(_run: Runner, *_options: str) -> Tally:
    """Types, style, dead code, stale documents; each counts as one test."""
    failed = check_all()
    return Tally(len(CHECKS) - failed, failed)


def typescript(run: Runner, *options: str) -> Tally:
    """Jest: the browser's half in jsdom, the service's in Node."""
    report = RESULTS / "jest.json"
    report.unlink(missing_ok=True)
    status = run([BIN / "npx", "jest", "--ci", "--json", f"--outputFile={report}", *options], None)
    if not report.exists():
        return Tally(failed=1)
    data = json.loads(report.read_text())
    # A file that cannot even be loaded has no tests to count.
    broken = int(data["numRuntimeErrorTestSuites"])
    tally = Tally(int(data["numPassedTests"]), int(data["numFailedTests"]) + broken)
    return _agreeing(tally, status)


def python(run: Runner, *options: str) -> Tally:
    """pytest: the handlers, the bridge and its processes."""
    report = RESULTS / "pytest.xml"
    report.unlink(missing_ok=True)
    command: list[str | Path] = [
        BIN / "python",
        "-m",
        "pytest",
        "-q",
        f"--junitxml={report}",
        "test/python",
        *options,
    ]
    status = run(command, None)
    if not report.exists():
        return Tally(failed=1)
    tally = Tally()
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped = int(suite.get("skipped", 0))
        tally += Tally(int(suite.get("tests", 0)) - failed - skipped, failed)
    return _agreeing(tally, status)


def journeys(lab: str, run: Runner, *options: str) -> Tally:
    """Playwright: a user's way through each panel in Chromium, on this JupyterLab or behind a hub."""
    report = RESULTS / f"journeys-{lab}.json"
    report.unlink(missing_ok=True)
    extra = {
        "CHROMIUM": find_browser(),
        "LEAP_LAB": lab,
        "PLAYWRIGHT_JSON_OUTPUT_FILE": str(report),
    }
    file = f"test/journeys/{'hub' if lab == 'hub' else 'playwright'}.config.ts"
    status = run([BIN / "npx", "playwright", "test", "--config", file, *options], extra)
    if not report.exists():
        return Tally(failed=1)
    stats = json.loads(report.read_text())["stats"]
    tally = Tally(int(stats["expected"]) + int(stats["flaky"]), int(stats["unexpected"]))
    return _agreeing(tally, status)


def _agreeing(tally: Tally, status: int) -> Tally:
    """What was counted; a failure at least where the program says that there was one."""
    return tally if status == 0 or tally.failed else tally + Tally(failed=1)


SUITES: Mapping[str, Mapping[str, Suite]] = {
    "check": {"check": check},
    "typescript": {"typescript": typescript},
    "python": {"python": python},
    "journeys": {f"journeys-{lab}": partial(journeys, lab) for lab in ("newest", "oldest", "hub")},
}
# In Notebook 7, and with several authors at once.
LONG_JOURNEYS: Mapping[str, Suite] = {
    f"journeys-{lab}": partial(journeys, lab) for lab in ("together", "notebook")
}

# What runs side by side, in this order: both take about as long and keep about one processor busy.
LANES = (
    ("check", "typescript", "journeys-oldest", "journeys-hub"),
    ("python", "journeys-newest", "journeys-together", "journeys-notebook"),
)

# What failed while other suites kept the machine busy is tried once more by itself, and the report says so.
LAST_FAILED = {
    "typescript": "--onlyFailures",
    "python": "--last-failed",
    **dict.fromkeys((*SUITES["journeys"], *LONG_JOURNEYS), "--last-failed"),
}
# More than these are no accident.
MAX_TRIED_AGAIN = 5


def _set_up_others(wanted: Sequence[str]) -> None:
    """What runs beside other programs than the project's own needs those."""
    if "python" in wanted or "journeys-hub" in wanted:
        setup_hub()
    if "journeys-oldest" in wanted:
        setup_oldest()
    if "journeys-together" in wanted:
        setup_companions()
    if any(name.startswith("journeys-") for name in wanted):
        find_browser()


def test(names: Sequence[str]) -> int:
    """Run these suites, all when none is named; the last line counts them together."""
    suites = {part: suite for name in names or SUITES for part, suite in SUITES[name].items()}
    if "LEAP_LONG_TESTS" in os.environ and "journeys-newest" in suites:
        suites |= LONG_JOURNEYS
    RESULTS.mkdir(exist_ok=True)
    make_environment()
    with ThreadPoolExecutor() as pool:
        # It waits for the network while the rest keeps the processors busy.
        others = pool.submit(_set_up_others, tuple(suites))
        setup()
        build()
        build_emulator()
        lanes = [[name for name in lane if name in suites] for lane in LANES]
        beside = all(lanes)
        ends = [pool.submit(_run_lane, lane, suites, others, beside=beside) for lane in lanes]
        tallies = {name: tally for end in ends for name, tally in end.result().items()}
    tallies |= {name: tried_again(name, suites[name], tally) for name, tally in tallies.items()}
    total = sum(tallies.values(), Tally())
    print(total, flush=True)
    return 1 if total.failed or not total.passed else 0


def _run_lane(
    names: Sequence[str], suites: Mapping[str, Suite], others: Future[None], *, beside: bool
) -> dict[str, Tally]:
    """Run suites one after the other."""
    tallies = {}
    for name in names:
        if name not in ("check", "typescript"):
            others.result()
        say(f"suite: {name}")
        tallies[name] = suites[name](named(name) if beside else shown)
        say(f"{name}: {tallies[name]}")
    return tallies


def tried_again(name: str, suite: Suite, tally: Tally) -> Tally:
    """The same after the few tests that failed had another try."""
    option = LAST_FAILED.get(name)
    if option is None or not 0 < tally.failed <= MAX_TRIED_AGAIN:
        return tally
    say(f"suite: {name}, what failed once more, by itself")
    again = suite(shown, option)
    say(f"{name}, once more: {again}")
    # Jest runs the whole files of what failed.
    failed = min(again.failed, tally.failed) if again.passed else tally.failed
    return Tally(tally.passed + tally.failed - failed, failed)
