"""The sample data of the demo, made by the scripts that `./dev demo` runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DEMO = Path(__file__).parents[2] / "demo"


def run(script: str, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(DEMO / script), *options, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "home"
    assert run("make_home.py", folder).returncode == 0
    return folder


@pytest.fixture(scope="module")
def buckets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "buckets"
    assert run("make_buckets.py", folder).returncode == 0
    return folder


def test_home_has_some_20_000_files(home: Path) -> None:
    files = sum(len(files) for _, _, files in os.walk(os.fsencode(home)))
    assert 19_000 < files < 21_000


def test_home_has_what_a_scan_must_survive(home: Path) -> None:
    odd = home / "oddities"
    sparse = (odd / "sparse-1-TiB.img").stat()
    assert sparse.st_size > 1000 * (sparse.st_blocks * 512 + 1)
    assert (odd / "linked.bin").stat().st_nlink == 4
    assert b"not-utf-8-\xff\xfe.txt" in os.listdir(os.fsencode(odd))
    assert (odd / "loop" / "back").readlink() == Path("..")
    assert (home / "private-backup").stat().st_mode & 0o777 == 0


def test_home_is_made_once_and_keeps_what_was_changed(home: Path) -> None:
    (home / "todo.txt").write_text("mine\n")

    again = run("make_home.py", home)

    assert "was there" in again.stdout
    assert (home / "todo.txt").read_text() == "mine\n"


@pytest.mark.parametrize("script", ["make_home.py", "make_buckets.py"])
def test_a_folder_of_somebody_else_is_left_alone(script: str, tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("years of work\n")

    refused = run(script, tmp_path, "--fresh")

    assert refused.returncode == 1
    assert "holds other files" in refused.stderr
    assert (tmp_path / "thesis.tex").read_text() == "years of work\n"


def test_scratch_has_a_consolidated_store_of_3_000_chunks(buckets: Path) -> None:
    store = buckets / "leap-scratch" / "funky-user" / "sst-daily.zarr"
    chunks = [path for path in (store / "sst").iterdir() if path.name[0] != "."]
    consolidated = json.loads((store / ".zmetadata").read_text())
    assert len(chunks) == 3_000
    assert "sst/.zarray" in consolidated["metadata"]
    assert len(list((store.parent / "many-small").iterdir())) == 3_500


def test_sheets_hold_what_a_file_system_cannot(buckets: Path) -> None:
    sheet = json.loads((buckets / "leap-scratch.json").read_text())
    names = [entry["name"] for entry in sheet["objects"]]
    assert sheet["options"] == {"lifecycleAgeDays": 7}
    assert "funky-user/odd-names/a//b.txt" in names
    assert max(sheet["ages"].values()) < 7


def test_data_sets_of_each_kind_are_there(buckets: Path) -> None:
    data = buckets / "leap-persistent" / "funky-user" / "data"
    assert (data / "sst-monthly-2024.nc").read_bytes()[:4] == b"\x89HDF"
    assert (data / "buoys.parquet" / "year=2024" / "month=3").is_dir()
    assert "refs" in json.loads((data / "sst-monthly-2024.kerchunk.json").read_text())
    formats = data.parent / "formats"
    assert (formats / "sst.tif").read_bytes()[:4] == b"II*\0"
    assert (formats / "drifter.parquet").read_bytes()[:4] == b"PAR1"
    assert (formats / "ocean-model.parq" / "tos" / "refs.0.parq").is_file()
