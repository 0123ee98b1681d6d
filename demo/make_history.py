"""Write two weeks of counts of the sample home, as if it grew: `python demo/make_history.py HOME CACHE`."""

import argparse
import hashlib
import json
import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

DAYS = 14
# The share of what each folder holds now that came in those days.
GREW = {".cache": 0.5, "projects": 0.3, "scratch-copies": 0.6, ".conda": 0.2, "data": 0.1}


def main() -> None:
    """Read the command line and write the history, unless there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("cache", type=Path)
    arguments = parser.parse_args()
    home = str(arguments.home.resolve())
    name = f"home-history-{hashlib.sha256(home.encode()).hexdigest()[:12]}.json"
    file = arguments.cache / name
    if not file.exists():
        arguments.cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        points = [point(arguments.home, age) for age in range(DAYS, 0, -1)]
        text = json.dumps({"version": 1, "homeDirectory": home, "points": points})
        digest = hashlib.sha256(text.encode()).hexdigest()
        file.write_text(f"leap-cache-1 {digest}\n{text}")


def point(home: Path, age_days: int) -> dict[str, object]:
    """What a count so many days ago would have said."""
    entries = [
        (child.name, int(used(child) * (1 - GREW.get(child.name, 0) * age_days / DAYS)))
        for child in sorted(home.iterdir())
    ]
    entries.sort(key=lambda entry: -entry[1])
    at = datetime.now(timezone.utc) - timedelta(days=age_days)
    return {
        "at": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "usedBytes": sum(size for _, size in entries),
        # What only root can read is missing from the counts of others.
        "unreadableCount": 0 if os.geteuid() == 0 else 1,
        "entries": entries,
    }


def used(path: Path) -> int:
    """Allocated bytes, a file with several names once."""
    seen: dict[tuple[int, int], int] = {}
    for place in [path, *(path.rglob("*") if path.is_dir() else [])]:
        stats = place.lstat()
        seen[stats.st_dev, stats.st_ino] = stats.st_blocks * 512
    return sum(seen.values())


if __name__ == "__main__":
    main()
