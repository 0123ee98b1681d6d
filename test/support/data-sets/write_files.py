"""Files of every kind that is looked into, and on standard output what the libraries read from them."""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import xarray as xr
from PIL import Image

ROOT = Path(sys.argv[1])
sys.path.insert(0, str(Path(__file__).parents[3] / "demo"))

import datasets  # noqa: E402
from ocean import Grid, surface_temperature  # noqa: E402


def grid_of(array: xr.DataArray) -> list[list[float | None]]:
    """A map, north first."""
    north_first = array.transpose("lat", "lon").sortby("lat", ascending=False)
    values = np.asarray(north_first.values, dtype="float64")
    return [[None if np.isnan(value) else float(value) for value in row] for row in values]


def stored(path: Path) -> dict[str, Any]:
    """What xarray says of a NetCDF file, its data left as they are stored."""
    with xr.open_dataset(path, engine="h5netcdf", decode_cf=False) as dataset:
        arrays = {**dataset.data_vars, **dataset.coords}
        return {
            str(name): {
                "dimensions": list(array.dims),
                "shape": list(array.shape),
                "dtype": str(array.dtype),
                "units": array.attrs.get("units"),
            }
            for name, array in arrays.items()
        }


def main() -> None:
    """Write them all."""
    grid = Grid.regular(2)
    field = surface_temperature(grid, np.arange(5) * 30.4, 11)
    netcdf = ROOT / "sst.nc"
    datasets.write_netcdf(netcdf, field, grid)
    datasets.write_references(ROOT / "sst.json", netcdf, "gs://elsewhere/sst.nc")
    with xr.open_dataset(netcdf, engine="h5netcdf") as dataset:
        picture = grid_of(dataset.sst.isel(time=3))
    pixels = np.arange(30 * 20 * 3, dtype=np.uint8).reshape(20, 30, 3)
    for ending in ("png", "jpg", "gif", "webp"):
        Image.fromarray(pixels).save(
            ROOT / f"figure.{ending}", **({"lossless": True} if ending == "webp" else {})
        )
    json.dump({"netcdf": stored(netcdf), "picture": picture}, sys.stdout)


if __name__ == "__main__":
    main()
