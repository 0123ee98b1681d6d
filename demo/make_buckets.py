"""Write the sample buckets of the demo: `python demo/make_buckets.py DIR`."""

import json
from pathlib import Path
from typing import Any

import catalog_data
import datasets
import formats
import numpy as np
from ocean import Grid, picture, surface_temperature
from odd_names import ODD_NAMES
from sample_folder import Edition, run

EDITION = Edition("buckets", 6)
SEED = 20_240_501
USER = "funky-user"
SMALL_OBJECTS = 3_500
# 150 days in 4 × 5 tiles: 3,000 chunks.
DAYS, TILE = 150, (1, 45, 72)


def make(root: Path) -> None:
    """Write all buckets below `root`."""
    make_scratch(root)
    make_persistent(root)
    make_read_only(root)
    make_public(root)
    catalog_data.make_catalog(root)


def make_scratch(root: Path) -> None:
    """What is deleted after seven days: a run's output, checkpoints, small objects, odd names."""
    bucket = root / "leap-scratch"
    own = bucket / USER
    grid = Grid.regular(1)
    days = np.arange(DAYS, dtype=np.float64)
    daily = surface_temperature(grid, days, SEED)
    datasets.write_zarr2(own / "sst-daily.zarr", daily, grid, TILE)
    rng = np.random.default_rng(SEED)
    for age in range(1, 7):
        folder = own / "checkpoints" / f"{age}-days-old"
        folder.mkdir(parents=True)
        for epoch in range(3):
            (folder / f"epoch-{epoch}.pt").write_bytes(rng.bytes(200_000))
    small = own / "many-small"
    small.mkdir()
    for index in range(SMALL_OBJECTS):
        text(small / f"sample-{index:04d}.txt", f"sample {index}\n")
    text(own / "notes.txt", "Eddies drift west. Keep the run of Tuesday.\n")
    text(own / "results.csv", table(rng))
    other = bucket / "ann" / "eddies"
    other.mkdir(parents=True)
    for index in range(12):
        (other / f"track-{index:02d}.bin").write_bytes(rng.bytes(50_000))
    text(bucket / "anna" / "hello.txt", "Another member, whose name begins like ann.\n")
    ages = {f"{USER}/checkpoints/{age}-days-old/": age - 0.3 for age in range(1, 7)}
    sheet(
        root,
        "leap-scratch",
        {"lifecycleAgeDays": 7},
        {"": 2.4, f"{USER}/many-small/": 1.1, f"{USER}/results.csv": 6.6} | ages,
        {f"{USER}/odd-names/{name}": about for name, about in ODD_NAMES.items()}
        | {
            f"{USER}/empty-folder/": "",
            "/leading-slash.txt": "a name that begins with a slash\n",
        },
    )


def make_persistent(root: Path) -> None:
    """What stays: data sets in every form, figures, a notebook."""
    bucket = root / "leap-persistent"
    own = bucket / USER
    data, figures = own / "data", own / "figures"
    data.mkdir(parents=True)
    figures.mkdir()
    grid = Grid.regular(1)
    monthly = surface_temperature(grid, np.arange(12) * 30.4, SEED + 1)
    netcdf = data / "sst-monthly-2024.nc"
    datasets.write_netcdf(netcdf, monthly, grid)
    url = f"gs://leap-persistent/{USER}/data/{netcdf.name}"
    datasets.write_references(data / "sst-monthly-2024.kerchunk.json", netcdf, url)
    coarse = Grid.regular(2)
    chlorophyll = np.exp(-surface_temperature(coarse, np.arange(4) * 90.0, SEED) / 8)
    datasets.write_zarr3(data / "chlorophyll.zarr", chlorophyll, coarse)
    datasets.write_parquet(data / "buoys.parquet", SEED)
    for month in (0, 3, 6, 9):
        map_ = picture(monthly[month]).resize((1080, 540))
        map_.save(figures / f"sst-2024-{month + 1:02d}.png", optimize=True)
    formats.write_formats(own / "formats", f"gs://leap-persistent/{USER}/formats")
    text(own / "notebooks" / "sst.ipynb", notebook())
    text(own / "README.md", "# Sea surface temperature\n\nMonthly means and maps.\n")
    settings = {"model": "unet", "epochs": 40, "learning_rate": 0.0003}
    text(own / "config.json", json.dumps(settings, indent=2))
    text(bucket / "ann" / "draft.md", "# Draft\n\nNot yet for others.\n")
    datasets.write_netcdf(bucket / "ann" / "sst.nc", monthly[:2], grid)
    text(bucket / "restricted" / "embargoed.txt", "You may not read this.\n")
    sheet(
        root,
        "leap-persistent",
        {
            "grants": [
                {"permissions": "all"},
                {"prefix": "restricted/", "permissions": "none"},
            ]
        },
        {"": 41, f"{USER}/figures/": 12.5},
        {},
    )


def make_read_only(root: Path) -> None:
    """What everybody reads and nobody writes."""
    bucket = root / "leap-persistent-ro"
    grid = Grid.regular(2)
    climate = surface_temperature(grid, np.arange(12) * 30.4, SEED + 2)
    datasets.write_zarr2(bucket / "climatology" / "sst.zarr", climate, grid, (1, 90, 180))
    text(bucket / "README.md", "# Shared data\n\nAsk the data team to add yours.\n")
    read_only = {"grants": [{"permissions": "read"}]}
    sheet(root, "leap-persistent-ro", read_only, {"": 230}, {})


def make_public(root: Path) -> None:
    """A public bucket, shaped like that of CMIP6, one whose readers pay, and one with very many objects."""
    bucket = root / "cmip6-sample"
    grid = Grid.regular(2)
    rows = ["source_id,experiment_id,member_id,table_id,variable_id,zstore"]
    for index, model in enumerate(("GFDL-ESM4", "CESM2", "UKESM1-0-LL")):
        path = f"CMIP6/CMIP/{model}/historical/r1i1p1f1/Omon/tos/gn/v20190726"
        field = surface_temperature(grid, np.arange(6) * 30.4, SEED + 10 + index)
        datasets.write_zarr2(bucket / path, field, grid, (6, 90, 180))
        rows.append(f"{model},historical,r1i1p1f1,Omon,tos,gs://cmip6-sample/{path}/")
    text(bucket / "cmip6-zarr-consolidated-stores.csv", "\n".join(rows) + "\n")
    sheet(root, "cmip6-sample", {"anonymous": True}, {"": 900}, {})
    paid = {"requesterPays": True}
    objects = {"data/tiles.txt": "Whoever reads this pays for it.\n"}
    sheet(root, "requester-pays-sample", paid, {"": 60}, objects)
    make_many(root)


def make_many(root: Path) -> None:
    """A public bucket with more objects than anybody wants to wait for; they are computed, not kept."""
    generated = [
        {"layout": "flat", "count": 100_000, "prefix": "flat/"},
        {"layout": "deep", "count": 4_000_000, "prefix": "deep/"},
    ]
    content = {"options": {"anonymous": True}, "generated": generated}
    text(root / "many-objects.json", json.dumps(content, indent=1))


def sheet(
    root: Path,
    bucket: str,
    options: dict[str, Any],
    ages: dict[str, float],
    objects: dict[str, str],
) -> None:
    """Say what a folder cannot: the bucket's rules, ages in days, odd names."""
    listed = [{"name": name, "text": about} for name, about in objects.items()]
    content = {"options": options, "ages": ages, "objects": listed}
    text(root / f"{bucket}.json", json.dumps(content, indent=1))


def text(path: Path, content: str) -> None:
    """Write a text file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def table(rng: np.random.Generator) -> str:
    """A CSV file of some hundred rows."""
    losses = np.exp(-np.arange(400) / 120) + rng.normal(0, 0.01, 400)
    rows = [f"{step},{loss:.5f}" for step, loss in enumerate(losses)]
    return "step,loss\n" + "\n".join(rows) + "\n"


def notebook() -> str:
    """A short notebook, not yet run."""
    code = [
        "import xarray as xr\n",
        f"ds = xr.open_zarr('gs://leap-scratch/{USER}/sst-daily.zarr')\n",
        "ds.sst.isel(time=0).plot()",
    ]
    cells = [
        {
            "id": "title",
            "cell_type": "markdown",
            "metadata": {},
            "source": ["# Sea surface temperature"],
        },
        {
            "id": "open",
            "cell_type": "code",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": code,
        },
    ]
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    document = {
        "cells": cells,
        "metadata": metadata,
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(document, indent=1)


if __name__ == "__main__":
    run(__doc__, EDITION, make)
