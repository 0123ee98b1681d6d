"""Files of every kind that is looked into, and on standard output what the libraries read from them."""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import tifffile
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


def write_parquet(path: Path) -> dict[str, Any]:
    """A table with a column of each common kind, and what pyarrow says of it."""
    table = pa.table(
        {
            "buoy": pa.array(["a", "b", None]),
            "count": pa.array([1, 2, 3], pa.int64()),
            "small": pa.array([1, 2, 3], pa.int8()),
            "sst": pa.array([1.5, None, 2.5]),
            "day": pa.array([1, 2, 3], pa.date32()),
            "place": pa.array([{"lat": 1.0, "lon": 2.0}] * 3),
        }
    )
    pq.write_table(table, path)
    names = {"utf8": "string", "int64": "int64", "int8": "int8", "double": "double", "date32[day]": "date"}
    columns = []
    for field in table.flatten().schema:
        columns.append(
            {"name": field.name, "type": names.get(str(field.type), str(field.type)), "isNullable": True}
        )
    return {"columns": columns, "rowCount": pq.read_metadata(path).num_rows}


def write_tiff(path: Path) -> dict[str, Any]:
    """A tiled raster on the globe, and what tifffile says of it."""
    data = np.arange(512 * 768, dtype="float32").reshape(512, 768)
    keys = (1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, 4326)
    tags = [
        (33550, 12, 3, (360 / 768, 180 / 512, 0.0), True),
        (33922, 12, 6, (0.0, 0.0, 0.0, -180.0, 90.0, 0.0), True),
        (34735, 3, len(keys), keys, True),
    ]
    tifffile.imwrite(path, data, tile=(128, 256), compression="zlib", extratags=tags)
    with tifffile.TiffFile(path) as file:
        page = file.pages[0]
        return {"shape": list(page.shape), "dtype": str(page.dtype), "chunks": list(page.chunks)}


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
    expected = {
        "netcdf": stored(netcdf),
        "picture": picture,
        "parquet": write_parquet(ROOT / "table.parquet"),
        "tiff": write_tiff(ROOT / "raster.tif"),
    }
    json.dump(expected, sys.stdout)


if __name__ == "__main__":
    main()
