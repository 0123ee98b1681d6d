"""References in Parquet to pieces of a NetCDF file, and on standard output what xarray reads from that."""

import base64
import json
import sys
from pathlib import Path

import fsspec
import h5netcdf
import numpy as np
import xarray as xr
from fsspec.implementations.reference import LazyReferenceMapper
from kerchunk.hdf import SingleHdf5ToZarr

ROOT = Path(sys.argv[1])


def inline(text: str) -> bytes:
    """The bytes that stand in the references themselves."""
    return base64.b64decode(text[7:]) if text.startswith("base64:") else text.encode()


def main() -> None:
    """Write the file and the references."""
    path = ROOT / "sst.nc"
    rng = np.random.default_rng(9)
    field = rng.normal(10, 3, (5, 40, 60)).astype("f4")
    with h5netcdf.File(path, "w") as file:
        file.dimensions = {"time": 5, "lat": 40, "lon": 60}
        file.create_variable("lat", ("lat",), data=np.linspace(78, -78, 40))
        file.create_variable("lon", ("lon",), data=np.linspace(0, 354, 60))
        file.create_variable("time", ("time",), data=np.arange(5.0))
        file.variables["time"].attrs["units"] = "days since 2024-01-01"
        sst = file.create_variable(
            "sst", ("time", "lat", "lon"), data=field, chunks=(1, 20, 30), compression="gzip"
        )
        sst.attrs["units"] = "degC"
    target = ROOT / "references.parq"
    target.mkdir()
    # Few enough to a file that there are several.
    out = LazyReferenceMapper.create(
        root=str(target), fs=fsspec.filesystem("file"), record_size=7, engine="pyarrow"
    )
    found = SingleHdf5ToZarr(str(path), url="gs://elsewhere/sst.nc", inline_threshold=400).translate()
    # The metadata first: they say how many chunks there are.
    for key, value in sorted(found["refs"].items(), key=lambda item: "/.z" not in item[0]):
        out[key] = inline(value) if isinstance(value, str) else ["gs://elsewhere/sst.nc", *value[1:]]
    out.flush()
    with xr.open_dataset(path, engine="h5netcdf") as dataset:
        json.dump({"picture": dataset.sst.isel(time=3).values.astype("f8").tolist()}, sys.stdout)


if __name__ == "__main__":
    main()
