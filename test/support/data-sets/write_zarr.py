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
    expected = {name: stored(ROOT / name) for name in names}
    json.dump(expected, sys.stdout)


if __name__ == "__main__":
    main()
