"""Grids that follow neither latitudes nor longitudes, whose values say where they lie."""

import json
import sys
import warnings
from pathlib import Path

import numpy as np
import xarray as xr

warnings.filterwarnings("ignore")
ROOT = Path(sys.argv[1])


def turned(centre: tuple[float, float], size: float) -> tuple[np.ndarray, np.ndarray]:
    """Positions of a grid turned by thirty degrees around a place."""
    j, i = np.mgrid[-1:1:80j, -1:1:100j] * size
    turn = np.deg2rad(30)
    latitude = centre[0] + j * np.cos(turn) + i * np.sin(turn)
    longitude = centre[1] + i * np.cos(turn) - j * np.sin(turn)
    return latitude, longitude


def dataset(centre: tuple[float, float], size: float) -> xr.Dataset:
    """The latitude and the longitude of each cell as data, a corner of it missing."""
    latitude, longitude = turned(centre, size)
    north, east = latitude.astype("f4"), longitude.astype("f4")
    north = np.stack([north, north + 0])
    north[:, :20, :20] = np.nan
    return xr.Dataset(
        {
            "north": (("time", "j", "i"), north, {"coordinates": "lat lon"}),
            "east": (("j", "i"), east, {"coordinates": "lat lon"}),
        },
        {
            "lat": (("j", "i"), latitude, {"standard_name": "latitude"}),
            "lon": (("j", "i"), longitude % 360, {"units": "degrees_east"}),
        },
    )


def main() -> None:
    """Write them all."""
    atlantic = dataset((40, -30), 20)
    atlantic.to_netcdf(ROOT / "atlantic.nc", engine="h5netcdf")
    # Without the names in `coordinates`, as other programs write it.
    for name in ("north", "east"):
        atlantic[name].attrs.pop("coordinates", None)
    encoding = {name: {"chunks": (1, 40, 50)} for name in ("north",)}
    atlantic.reset_coords().to_zarr(ROOT / "atlantic.zarr", zarr_format=2, encoding=encoding)
    dataset((0, 180), 20).to_zarr(ROOT / "date-line.zarr", zarr_format=2)
    json.dump({}, sys.stdout)


if __name__ == "__main__":
    main()
