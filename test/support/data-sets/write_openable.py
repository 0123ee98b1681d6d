"""A file or store of every kind that code is given for, below a folder: `python write_openable.py DIR URL`.

`URL` is the `gs://` address at which the folder will be found.
"""

import json
import sys
import warnings
from pathlib import Path

import h5py
import icechunk
import netCDF4
import numpy as np
import pandas as pd
import tifffile
import xarray as xr
import zarr
from kerchunk.hdf import SingleHdf5ToZarr

warnings.filterwarnings("ignore")

# Longitudes and latitudes, in cells of two degrees from a corner.
GLOBE = [
    (33550, 12, 3, (2.0, 2.0, 0.0), True),
    (33922, 12, 6, (0.0, 0.0, 0.0, -180.0, 90.0, 0.0), True),
    (34735, 3, 16, (1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326), True),
]


def sample() -> xr.Dataset:
    """Two by three numbers that add up to 15."""
    values = np.arange(6, dtype="f4").reshape(2, 3)
    return xr.Dataset({"sst": (("y", "x"), values, {"units": "degC"})})


def main(root: Path, url: str) -> None:
    """Write them."""
    root.mkdir(parents=True)
    data = sample()
    data.to_zarr(root / "two.zarr", zarr_format=2)
    data.to_zarr(root / "three.zarr", zarr_format=3, consolidated=False)
    data.to_zarr(root / "odd#[1].zarr", zarr_format=2)
    tree = xr.DataTree.from_dict({"/ocean": data, "/ice": data})
    tree.to_zarr(root / "tree.zarr", zarr_format=3)
    for name in ("array.zarr", "array*.zarr"):
        zarr.create_array(root / name, data=np.arange(6), zarr_format=2)
    data.to_netcdf(root / "four.nc", engine="h5netcdf")
    data.to_netcdf(root / "four::odd.nc", engine="h5netcdf")
    (root / "months").mkdir()
    for month in (1, 2, 3):
        engine = "scipy" if month == 2 else "h5netcdf"
        data.expand_dims(time=[month]).to_netcdf(root / "months" / f"sst_[{month}].nc", engine=engine)
    (root / "months" / "notes.txt").write_text("fifteen each")
    data.to_netcdf(root / "three.nc", engine="scipy", format="NETCDF3_64BIT")
    data.to_netcdf(root / "wrfout_d01", engine="scipy", format="NETCDF3_CLASSIC")
    with netCDF4.Dataset(root / "five.nc", "w", format="NETCDF3_64BIT_DATA") as file:
        file.createDimension("x", 6)
        file.createVariable("sst", "f4", ("x",))[:] = np.arange(6)
    with h5py.File(root / "plain.h5", "w") as file:
        file["sst"] = np.arange(6)
    with h5py.File(root / "groups.h5", "w") as file:
        file["ocean/sst"] = np.arange(6)
    with (root / "four.nc").open("rb") as file:
        found = SingleHdf5ToZarr(file, url=f"{url}/four.nc").translate()
    (root / "virtual.json").write_text(json.dumps(found))
    table = pd.DataFrame({"sst": np.arange(6)})
    for name in ("table.csv", "table.csv.gz", "table#.csv.gz", "table?.csv"):
        table.to_csv(root / name, index=False)
    table.to_csv(root / "table.tsv", index=False, sep="\t")
    table.to_parquet(root / "table.parquet")
    for folder in ("partitioned", "partitioned#"):
        table.assign(year=2024).to_parquet(root / folder, partition_cols=["year"])
    (root / "plain.json").write_text('{"sst": 15}')
    pd.Series({"sst": 15}).to_json(root / "packed.json.gz")
    np.save(root / "numbers.npy", np.arange(6))
    (root / "notes").write_text("fifteen")
    for name in ("raster.tif", "raster#1.tif"):
        tifffile.imwrite(root / name, sample().sst.values, extratags=GLOBE)
    write_icechunk(root / "repository")


def write_icechunk(path: Path) -> None:
    """Two versions: the tag has six numbers, the branch that everybody reads none of them."""
    icechunk.set_logs_filter("error")
    repository = icechunk.Repository.create(icechunk.local_filesystem_storage(path.as_posix()))
    session = repository.writable_session("main")
    sample().to_zarr(session.store, consolidated=False)
    repository.create_tag("v1", snapshot_id=session.commit("First"))
    session = repository.writable_session("main")
    (sample() * 0).to_zarr(session.store, consolidated=False, mode="w")
    session.commit("Second")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
