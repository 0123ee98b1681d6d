"""Classic NetCDF files of every kind, and on standard output what xarray and netCDF4 read from them."""

import json
import sys
import warnings
from pathlib import Path
from typing import Any

import netCDF4
import numpy as np
import xarray as xr

warnings.filterwarnings("ignore")
ROOT = Path(sys.argv[1])
FORMATS = {
    "classic": "NETCDF3_CLASSIC",
    "offset64": "NETCDF3_64BIT_OFFSET",
    "cdf5": "NETCDF3_64BIT_DATA",
}


def sample() -> xr.Dataset:
    """Temperature on a small globe, south first, packed, with gaps; a profile, and a time each step."""
    rng = np.random.default_rng(3)
    lat, lon = np.linspace(-88, 88, 45), np.linspace(2, 358, 90)
    sst = 28 * np.cos(np.deg2rad(lat))[None, :, None] + rng.normal(0, 1, (7, 45, 90))
    sst[:, 10:14, 20:40] = np.nan
    dataset = xr.Dataset(
        {
            "sst": (("time", "lat", "lon"), sst.astype("float32")),
            "mask": (("lat", "lon"), np.isnan(sst[0]).astype("i1")),
            "depth_profile": (("depth",), np.linspace(20, 2, 6)),
            "name": (("station",), np.array([b"Kiel", b"Bergen"])),
            "steps": ((), np.int32(7)),
        },
        coords={
            "time": np.arange(7) * 30.5,
            "lat": lat,
            "lon": lon,
            "depth": np.arange(6) * 10.0,
        },
        attrs={"title": "Größe “sample”", "levels": np.array([1, 2, 3], "i2")},
    )
    dataset.sst.attrs = {"units": "degC", "long_name": "sea surface temperature"}
    dataset.time.attrs = {"units": "days since 2001-01-01", "calendar": "noleap"}
    dataset.lat.attrs = {"units": "degrees_north"}
    dataset.lon.attrs = {"units": "degrees_east"}
    dataset.sst.encoding = {"dtype": "int16", "scale_factor": 0.01, "add_offset": 10.0, "_FillValue": -32768}
    for name in ("time", "lat", "lon", "depth", "depth_profile"):
        dataset[name].encoding = {"_FillValue": None}
    return dataset


def picture(array: xr.DataArray) -> list[list[float | None]]:
    """A map, north first."""
    values = np.asarray(array.sortby("lat", ascending=False).values, dtype="float64")
    return [[None if np.isnan(value) else float(value) for value in row] for row in values]


def stored(path: Path) -> dict[str, Any]:
    """What netCDF4 says of a file."""
    with netCDF4.Dataset(path) as file:
        return {
            name: {
                "dimensions": list(variable.dimensions),
                "shape": list(variable.shape),
                "dtype": str(variable.dtype).replace("|S1", "S1"),
                "units": getattr(variable, "units", None),
            }
            for name, variable in file.variables.items()
        }


def write_odd(path: Path) -> list[Any]:
    """Records of one variable of odd bytes, which have no gaps between them."""
    with netCDF4.Dataset(path, "w", format="NETCDF3_CLASSIC") as file:
        file.createDimension("time", None)
        file.createDimension("x", 3)
        small = file.createVariable("small", "i1", ("time", "x"))
        small[:] = np.arange(15, dtype="i1").reshape(5, 3)
    with netCDF4.Dataset(path) as file:
        return file["small"][:].tolist()


def write_wide(path: Path) -> list[list[float | None]]:
    """One variable of more than is read at once, some of it never written."""
    with netCDF4.Dataset(path, "w", format="NETCDF3_64BIT_OFFSET") as file:
        file.createDimension("y", 1300)
        file.createDimension("x", 900)
        wide = file.createVariable("wide", "f4", ("y", "x"))
        wide[:1200] = np.arange(1200 * 900, dtype="f4").reshape(1200, 900)
        wide[1200:] = np.full((100, 900), netCDF4.default_fillvals["f4"], "f4")
    return []


def main() -> None:
    """Write them all."""
    expected: dict[str, Any] = {"stored": {}, "pictures": {}}
    dataset = sample()
    for name, form in FORMATS.items():
        for is_record in (True, False):
            path = ROOT / f"{name}{'-records' if is_record else ''}.nc"
            dataset.to_netcdf(
                path, format=form, engine="netcdf4", unlimited_dims=["time"] if is_record else []
            )
            expected["stored"][path.name] = stored(path)
            with xr.open_dataset(path, engine="netcdf4", decode_times=False) as read:
                expected["pictures"][path.name] = picture(read.sst.isel(time=4))
    expected["odd"] = write_odd(ROOT / "odd.nc")
    write_wide(ROOT / "wide.nc")
    json.dump(expected, sys.stdout)


if __name__ == "__main__":
    main()
