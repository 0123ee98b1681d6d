"""Zarr stores of every kind below a folder, and on standard output what xarray reads from them."""

import json
import sys
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import xarray as xr

warnings.filterwarnings("ignore")
ROOT = Path(sys.argv[1])


def sample() -> xr.Dataset:
    """Sea surface temperature on a small globe, north first as satellites have it."""
    rng = np.random.default_rng(7)
    lat, lon = np.linspace(88, -88, 45), np.linspace(-178, 178, 90)
    sst = 28 * np.cos(np.deg2rad(lat))[None, :, None] + rng.normal(0, 1, (12, 45, 90))
    sst[:, 10:14, 20:40] = np.nan
    dataset = xr.Dataset(
        {
            "sst": (("time", "lat", "lon"), sst.astype("float32")),
            "mask": (("lat", "lon"), np.isnan(sst[0])),
            "count": ((), np.int32(12)),
        },
        coords={
            "time": np.arange("2024-01", "2025-01", dtype="datetime64[M]").astype("datetime64[ns]"),
            "lat": lat,
            "lon": lon,
            "month": ("time", [f"month {number}" for number in range(1, 13)]),
        },
        attrs={"title": "Sample", "Conventions": "CF-1.10", "history": ["made", "checked"]},
    )
    dataset.sst.attrs = {
        "units": "degC",
        "long_name": "sea surface temperature",
        "standard_name": "sea_surface_temperature",
        "valid_range": np.array([-2.0, 40.0]),
    }
    dataset.lat.attrs = {"units": "degrees_north"}
    dataset.lon.attrs = {"units": "degrees_east"}
    return dataset


def packed() -> dict[str, Any]:
    """Hundredths in int16, as satellite products store them."""
    return {"dtype": "int16", "scale_factor": 0.01, "add_offset": 10.0, "_FillValue": -32768}


def stored(path: Path) -> dict[str, Any]:
    """What xarray says of a store, its data left as they are stored."""
    with xr.open_zarr(path, decode_cf=False, consolidated=None) as dataset:
        arrays = {**dataset.data_vars, **dataset.coords}
        return {
            "dimensions": {str(name): size for name, size in dataset.sizes.items()},
            "variables": {
                str(name): {
                    "dimensions": list(array.dims),
                    "shape": list(array.shape),
                    "dtype": str(array.dtype),
                    "chunks": list(array.encoding["chunks"]),
                    "units": array.attrs.get("units"),
                }
                for name, array in arrays.items()
            },
            "title": dataset.attrs["title"],
        }


def picture(path: Path, variable: str, **position: int) -> list[list[float | None]]:
    """A slice as it is meant, north first."""
    with xr.open_zarr(path, consolidated=None) as dataset:
        part = dataset[variable].isel(position).transpose("lat", "lon").sortby("lat", ascending=False)
        values = np.asarray(part.values, dtype="float64")
        return [[None if np.isnan(value) else float(value) for value in row] for row in values]


def write_odd() -> None:
    """What real stores have: south first, latitude last, big-endian, no fill value, large grids."""
    rng = np.random.default_rng(8)
    tall = xr.Dataset(
        {
            "south": (("y", "lat", "lon"), rng.normal(size=(3, 20, 30))),
            "turned": (("lon", "lat", "y"), rng.normal(size=(30, 20, 3)).astype(">f4")),
            "large": (("time", "lat2", "lon2"), rng.normal(size=(2, 400, 900)).astype("float32")),
            "whole": (("lat", "lon"), rng.integers(-5, 5, (20, 30)).astype("int64")),
            "line": (("time",), np.array([1.5, np.nan], dtype="float32")),
        },
        coords={
            "lat": np.linspace(-60, 60, 20),
            "lon": np.linspace(0, 348, 30),
            "lat2": ("lat2", np.linspace(-80, 80, 400), {"units": "degrees_north"}),
            "lon2": ("lon2", np.linspace(0, 359, 900), {"units": "degrees_east"}),
            "time": ("time", [0, 31], {"units": "days since 2001-01-01", "calendar": "noleap"}),
        },
        attrs={"title": "Odd"},
    )
    chunks = {"large": {"chunks": (1, 100, 250)}, "south": {"chunks": (2, 7, 11)}}
    tall.to_zarr(ROOT / "odd", zarr_format=2, consolidated=True, encoding=chunks)


def main() -> None:
    """Write them all."""
    dataset = sample()
    chunks = {"chunks": (5, 20, 40)}
    dataset.to_zarr(ROOT / "v2", zarr_format=2, consolidated=True, encoding={"sst": chunks | packed()})
    dataset.to_zarr(ROOT / "v2-loose", zarr_format=2, consolidated=False, encoding={"sst": chunks})
    dataset.to_zarr(ROOT / "v3", zarr_format=3, consolidated=True, encoding={"sst": chunks | packed()})
    dataset.to_zarr(ROOT / "v3-loose", zarr_format=3, consolidated=False, encoding={"sst": chunks})
    shards = {"chunks": (3, 15, 30), "shards": (6, 45, 90)}
    dataset.to_zarr(ROOT / "v3-shards", zarr_format=3, consolidated=True, encoding={"sst": shards})
    names = ["v2", "v2-loose", "v3", "v3-loose", "v3-shards"]
    write_odd()
    pictures = {name: picture(ROOT / name, "sst", time=7) for name in names}
    with xr.open_zarr(ROOT / "odd") as odd:
        means = odd.large[1].coarsen(lat2=1).mean()
        edges = [-(-at * 400 // 180) for at in range(181)], [-(-at * 900 // 360) for at in range(361)]
        large = np.add.reduceat(
            np.add.reduceat(means.values.astype("float64"), edges[0][:-1], 0), edges[1][:-1], 1
        )
        large /= np.diff(edges[0])[:, None] * np.diff(edges[1])[None, :]
    expected = {
        "stores": {name: stored(ROOT / name) for name in names},
        "pictures": pictures,
        "odd": {
            "south": picture(ROOT / "odd", "south", y=2),
            "turned": picture(ROOT / "odd", "turned", y=1),
            "whole": picture(ROOT / "odd", "whole"),
            "large": large[::-1].tolist(),
        },
    }
    json.dump(expected, sys.stdout)


if __name__ == "__main__":
    main()
