"""`./dev test`: every suite, then one line with what passed and what failed."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from .build import build, build_emulator
from .places import BIN, ROOT, environment, say
from .setup import find_browser, setup, setup_companions, setup_hub, setup_oldest

RESULTS = ROOT / "test-results"


@dataclass
class Tally:
    """How many tests passed and failed."""

    passed: int = 0
    failed: int = 0

    def add(self, other: Tally) -> None:
        self.passed += other.passed
        self.failed += other.failed


def _status(command: Sequence[str | Path], extra: dict[str, str] | None = None) -> int:
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=ROOT, env=environment(extra), check=False).returncode


CHECKS: dict[str, list[str | Path]] = {
    "types": [BIN / "npx", "tsc", "-b"],
    "eslint": [BIN / "npm", "run", "--silent", "lint:ts"],
    "stylelint": [BIN / "npm", "run", "--silent", "lint:css"],
    "prettier": [BIN / "npx", "prettier", "--check", "--log-level=warn", "."],
    "import cycles": [BIN / "npm", "run", "--silent", "lint:cycles"],
    "dead exports": [BIN / "npm", "run", "--silent", "lint:dead"],
    "contract documents are fresh": [BIN / "node", "scripts/api-docs.mjs", "--check"],
    "every hostile input has a test": [BIN / "node", "scripts/hostile-inputs.mjs", "--check"],
    "ruff": [BIN / "ruff", "check", "."],
    "ruff format": [BIN / "ruff", "format", "--check", "."],
    "mypy": [BIN / "mypy"],
}


def check() -> Tally:
    """Types, style, dead code, stale documents; each counts as one test."""
    tally = Tally()
    # Each keeps one processor busy, and none writes what another reads.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, (ok, output) in zip(CHECKS, pool.map(_quietly, CHECKS.values()), strict=True):
            say(f"{name}: {'ok' if ok else 'FAILED'}")
            if not ok:
                print(output, flush=True)
            tally.add(Tally(passed=int(ok), failed=int(not ok)))
    return tally


def _quietly(command: Sequence[str | Path]) -> tuple[bool, str]:
    """Whether it succeeds, and what it says."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=ROOT,
        env=environment(),
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return done.returncode == 0, done.stdout


def typescript() -> Tally:
    """Jest: the browser's half in jsdom, the service's in Node."""
    report = RESULTS / "jest.json"
    report.unlink(missing_ok=True)
    status = _status([BIN / "npx", "jest", "--ci", "--json", f"--outputFile={report}"])
    if not report.exists():
        return Tally(failed=1)
    data = json.loads(report.read_text())
    # A file that cannot even be loaded has no tests to count.
    broken = int(data["numRuntimeErrorTestSuites"])
    tally = Tally(int(data["numPassedTests"]), int(data["numFailedTests"]) + broken)
    return tally if status == 0 or tally.failed else Tally(tally.passed, 1)


def python() -> Tally:
    """pytest: the handlers, the bridge and its processes."""
    report = RESULTS / "pytest.xml"
    report.unlink(missing_ok=True)
    status = _status([BIN / "python", "-m", "pytest", "-q", f"--junitxml={report}", "test/python"])
    if not report.exists():
        return Tally(failed=1)
    tally = Tally()
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped = int(suite.get("skipped", 0))
        tally.add(Tally(int(suite.get("tests", 0)) - failed - skipped, failed))
    return tally if status == 0 or tally.failed else Tally(tally.passed, 1)


def journeys() -> Tally:
    """Playwright: a user's way through each panel in Chromium, on two JupyterLabs and behind a hub.

    With `--long` also in Notebook 7 and with several authors at once.
    """
    browser = find_browser()
    labs = ["newest", "oldest", "hub"]
    if "LEAP_LONG_TESTS" in os.environ:
        setup_companions()
        labs += ["together", "notebook"]
    tally = Tally()
    for lab in labs:
        report = RESULTS / f"journeys-{lab}.json"
        report.unlink(missing_ok=True)
        extra = {
            "CHROMIUM": browser,
            "LEAP_LAB": lab,
            "PLAYWRIGHT_JSON_OUTPUT_FILE": str(report),
        }
        file = f"test/journeys/{'hub' if lab == 'hub' else 'playwright'}.config.ts"
        status = _status([BIN / "npx", "playwright", "test", "--config", file], extra)
        counted = _counted(report)
        tally.add(counted if status == 0 or counted.failed else Tally(counted.passed, 1))
    return tally


def _counted(report: Path) -> Tally:
    """What Playwright's report says; nothing where there is none."""
    if not report.exists():
        return Tally()
    stats = json.loads(report.read_text())["stats"]
    return Tally(int(stats["expected"]) + int(stats["flaky"]), int(stats["unexpected"]))


SUITES: dict[str, Callable[[], Tally]] = {
    "check": check,
    "typescript": typescript,
    "python": python,
    "journeys": journeys,
}


# What runs beside other programs than the project's own.
NEEDING_OTHERS = ("python", "journeys")


def _setup_others(wanted: Sequence[str]) -> None:
    if "python" in wanted or "journeys" in wanted:
        setup_hub()
    if "journeys" in wanted:
        setup_oldest()
        find_browser()


def test(names: Sequence[str]) -> int:
    """Run these suites, all when none is named; the last line counts them together."""
    setup()
    build()
    build_emulator()
    RESULTS.mkdir(exist_ok=True)
    total = Tally()
    wanted = [name for name in SUITES if not names or name in names]
    with ThreadPoolExecutor(1) as pool:
        # It waits for the network while the first suites keep the processors busy.
        others = pool.submit(_setup_others, wanted)
        for name in wanted:
            if name in NEEDING_OTHERS:
                others.result()
            say(f"suite: {name}")
            tally = SUITES[name]()
            say(f"{name}: {tally.passed} passed, {tally.failed} failed")
            total.add(tally)
    print(f"{total.passed} passed, {total.failed} failed", flush=True)
    return 1 if total.failed or not total.passed else 0
