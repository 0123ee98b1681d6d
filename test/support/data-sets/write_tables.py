"""Parquet files of every kind below a folder, and on standard output what pyarrow reads from them."""

import json
import sys
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

ROOT = Path(sys.argv[1])
sys.path.insert(0, str(Path(__file__).parents[3] / "demo"))

import datasets  # noqa: E402


def plain() -> pa.Table:
    """A column of each common kind."""
    return pa.table(
        {
            "buoy": pa.array(["a", None, "<b>é</b>"]),
            "count": pa.array([1, 2, 2**60], pa.int64()),
            "sst": pa.array([1.5, None, float("nan")]),
            "day": pa.array([date(2024, 3, 1), date(1969, 12, 31), None]),
            "at": pa.array([datetime(2024, 3, 1, 12, 30, tzinfo=timezone.utc)] * 3),
            "ok": pa.array([True, False, None]),
            "place": pa.array([{"lat": 1.0, "lon": 2.0}] * 3),
            "tags": pa.array([["x", "y"], [], None]),
            "raw": pa.array([b"\x00\xff", b"", None], pa.binary()),
            "none": pa.array([None] * 3, pa.binary()),
            "a.b": pa.array([1, 2, 3], pa.int8()),
        }
    )


def large() -> pa.Table:
    """More than a glance may read: a page of each column is enough."""
    rng = np.random.default_rng(1)
    return pa.table({f"column_{at}": rng.normal(size=200_000) for at in range(5)})


def main() -> None:
    """Write them all."""
    for codec in ("none", "snappy", "gzip", "brotli", "zstd", "lz4"):
        pq.write_table(plain(), ROOT / f"{codec}.parquet", compression=codec)
    table = large()
    pq.write_table(table, ROOT / "large.parquet", row_group_size=200_000, compression="snappy")
    # Strings of a megabyte: not even one page of them fits.
    texts = pa.table({"small": [1, 2], "text": ["x" * 7_000_000, "y" * 7_000_000]})
    pq.write_table(texts, ROOT / "texts.parquet", compression="none")
    datasets.write_parquet(ROOT / "buoys.parquet", 3)
    first = pq.read_table(
        ROOT / "buoys.parquet" / "year=2023" / "month=1" / "part-0.parquet", partitioning=None
    )
    expected: dict[str, Any] = {
        "large": [[row[f"column_{at}"] for at in range(5)] for row in table.slice(0, 8).to_pylist()],
        "buoys": [list(row.values()) for row in first.slice(0, 8).to_pylist()],
    }
    json.dump(expected, sys.stdout)


if __name__ == "__main__":
    main()
