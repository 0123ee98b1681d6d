"""Write the sample home of the demo: `python demo/make_home.py DIR`."""

import json
import os
import random
from pathlib import Path

from sample_folder import Edition, run

EDITION = Edition("home", 1, keeps_older=True)
SEED = 20_240_501
MIB = 1024 * 1024
TIB = 1024 * 1024 * MIB

# How many files of which size, up to, fill a folder; together some 20,000.
FILLERS: list[tuple[str, int, int, str]] = [
    (".conda/pkgs/numpy-2.2.6-py311h5d046bc_0/lib", 2_400, 9_000, "py"),
    (".conda/pkgs/xarray-2026.9.0-pyhd8ed1ab_0/site-packages", 1_900, 9_000, "py"),
    (".conda/pkgs/cartopy-0.25.0-py311h1/share", 3_200, 6_000, "dat"),
    (".cache/pip/http-v2", 1_500, 40_000, "body"),
    (".cache/matplotlib/tex.cache", 300, 2_000, "dvi"),
    (".cache/dask/worker-space", 1_200, 20_000, "part"),
    (".local/lib/python3.11/site-packages/leaptools", 2_600, 4_000, "py"),
    (".local/share/Trash/files/old-run", 900, 30_000, "npy"),
    ("projects/eddies/data/tracks", 2_500, 5_000, "csv"),
    ("projects/eddies/output", 700, 60_000, "npz"),
    ("projects/heatwaves/tiles", 1_400, 12_000, "png"),
    ("scratch-copies/run-041", 600, 50_000, "bin"),
]
# A few files that matter: name and size in MiB.
BIG: list[tuple[str, int]] = [
    ("data/era5-2m-temperature-2023.nc", 60),
    ("data/downloads/argo-profiles.tar.gz", 25),
    ("projects/eddies/checkpoint.pt", 30),
    (".local/share/Trash/files/simulation-old.nc", 20),
]


def make(home: Path) -> None:
    """Write the whole home."""
    rng = random.Random(SEED)
    noise = rng.randbytes(4 * MIB)
    for folder, count, most_bytes, suffix in FILLERS:
        scatter(home / folder, count, most_bytes, suffix, noise, rng)
    for name, size in BIG:
        pour(home / name, size, noise)
    make_model_cache(home / ".cache" / "huggingface" / "hub", noise)
    make_environment(home)
    make_projects(home, rng)
    make_oddities(home)


def scatter(
    folder: Path,
    count: int,
    most_bytes: int,
    suffix: str,
    noise: bytes,
    rng: random.Random,
) -> None:
    """Many small files in folders of at most a hundred."""
    for index in range(count):
        if index % 100 == 0:
            part = folder / f"{index // 100:02d}"
            part.mkdir(parents=True)
        size = int(most_bytes * rng.random() ** 3)
        start = rng.randrange(len(noise) - most_bytes)
        write(part / f"{index:04d}.{suffix}", noise[start : start + size])


def pour(path: Path, size: int, noise: bytes) -> None:
    """One big file, `size` MiB."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        for part in range(size):
            start = part % 4 * MIB
            file.write(noise[start : start + MIB])


def make_model_cache(hub: Path, noise: bytes) -> None:
    """A model as huggingface_hub keeps it: blobs, and snapshots of links to them."""
    model = hub / "models--leap--climsim-unet"
    snapshot = model / "snapshots" / "5f3c1d"
    snapshot.mkdir(parents=True)
    for name, size in (("model.safetensors", 40), ("optimizer.bin", 10)):
        blob = model / "blobs" / f"{size:064x}"
        pour(blob, size, noise)
        (snapshot / name).symlink_to(Path("../../blobs") / blob.name)
    write(model / "refs" / "main", b"5f3c1d")


def make_environment(home: Path) -> None:
    """A conda environment: hard links to the package cache."""
    packages = home / ".conda" / "pkgs"
    environment = home / ".conda" / "envs" / "eddies"
    for source in sorted(packages.rglob("*.py"))[:600]:
        target = environment / source.relative_to(packages)
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(source, target)


def make_projects(home: Path, rng: random.Random) -> None:
    """What a person wrote: notebooks and what they leave behind, code, notes."""
    for project in ("eddies", "heatwaves", "teaching"):
        folder = home / "projects" / project
        for index in range(12):
            name = f"{index:02d}-{rng.choice(['explore', 'plot', 'fit', 'compare'])}"
            content = notebook(project, index)
            write(folder / f"{name}.ipynb", content)
            copy = folder / ".ipynb_checkpoints" / f"{name}-checkpoint.ipynb"
            write(copy, content)
        for index in range(10):
            code = f'"""Step {index} of {project}."""\n\nSTEP = {index}\n'
            write(folder / "src" / f"step_{index}.py", code.encode())
            cached = folder / "src" / "__pycache__" / f"step_{index}.cpython-311.pyc"
            write(cached, code.encode() * 3)
        write(folder / "README.md", f"# {project.title()}\n\nNotes.\n".encode())
    write(home / "welcome.md", b"# Welcome\n\nThis home was made up.\n")
    write(home / "todo.txt", b"- clear the cache\n- move the output to the bucket\n")
    write(home / ".bashrc", b"export EDITOR=nano\n")
    info = b"[Trash Info]\nPath=simulation-old.nc\nDeletionDate=2026-05-01T10:00:00\n"
    write(home / ".local/share/Trash/info/simulation-old.nc.trashinfo", info)


def make_oddities(home: Path) -> None:
    """What a scan must survive: B14, B24, B27, B30, B31, B32, B45, B46."""
    odd = home / "oddities"
    odd.mkdir()
    with (odd / "sparse-1-TiB.img").open("wb") as file:
        # The largest file of some file systems is smaller; then half of it, and so on.
        apparent = TIB
        while apparent > MIB:
            try:
                file.truncate(apparent)
                break
            except OSError:
                apparent //= 2
    write(odd / "linked.bin", b"x" * 50_000)
    for index in range(3):
        os.link(odd / "linked.bin", odd / f"linked-again-{index}.bin")
    (odd / "loop").mkdir()
    (odd / "loop" / "back").symlink_to("..")
    (odd / "self").symlink_to("self")
    (odd / "dangling").symlink_to("nowhere")
    (odd / "outside").symlink_to("/")
    write_bytes_name(odd, b"not-utf-8-\xff\xfe.txt")
    write(odd / "line\nbreak.txt", b"a name of two lines\n")
    write(odd / ("n" * 251 + ".txt"), b"255 bytes\n")
    write(odd / "   ", b"only spaces\n")
    write(odd / "empty", b"")
    deep = odd / "deep" / "/".join(["down"] * 100)
    write(deep / "bottom.txt", b"a hundred folders down\n")
    closed = home / "private-backup"
    write(closed / "inside.txt", b"nobody can count this\n")
    closed.chmod(0)


def write_bytes_name(folder: Path, name: bytes) -> None:
    """A file whose name is not UTF-8, where the file system takes one."""
    try:
        with open(os.path.join(os.fsencode(folder), name), "wb") as file:
            file.write(b"its name is not UTF-8\n")
    except OSError:
        # Some network and desktop file systems take Unicode names alone.
        pass


def write(path: Path, content: bytes) -> None:
    """Write a file, and the folders above it."""
    if not path.parent.is_dir():
        path.parent.mkdir(parents=True)
    path.write_bytes(content)


def notebook(project: str, index: int) -> bytes:
    """A short notebook, not yet run."""
    cells = [
        {
            "id": "title",
            "cell_type": "markdown",
            "metadata": {},
            "source": [f"# {project.title()} {index}"],
        },
        {
            "id": "code",
            "cell_type": "code",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": [f"print({index})"],
        },
    ]
    document = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(document, indent=1).encode()


if __name__ == "__main__":
    run(__doc__, EDITION, make)
