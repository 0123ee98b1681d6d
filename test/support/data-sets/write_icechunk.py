"""An Icechunk repository below a folder, and on standard output what icechunk and xarray read from it."""

import json
import sys
import warnings
from pathlib import Path

import icechunk
import numpy as np
import xarray as xr
import zarr

warnings.filterwarnings("ignore")
ROOT = Path(sys.argv[1])


def sample() -> xr.Dataset:
    """Temperature in chunks large enough to be objects of their own, with a gap."""
    rng = np.random.default_rng(5)
    lat, lon = np.linspace(88, -88, 45), np.linspace(-178, 178, 90)
    sst = (28 * np.cos(np.deg2rad(lat))[None, :, None] + rng.normal(0, 1, (6, 45, 90))).astype("f4")
    sst[:, 10:14, 20:40] = np.nan
    dataset = xr.Dataset(
        {"sst": (("time", "lat", "lon"), sst, {"units": "degC"})},
        coords={
            "time": ("time", np.arange(6), {"units": "days since 2024-01-01"}),
            "lat": ("lat", lat, {"units": "degrees_north"}),
            "lon": ("lon", lon, {"units": "degrees_east"}),
        },
        attrs={"title": "Sample of versions"},
    )
    dataset.sst.encoding = {"chunks": (2, 20, 40)}
    return dataset


def main() -> None:
    """Write two versions, a tag and a branch."""
    # What it logs would be among the answer.
    icechunk.set_logs_filter("error")
    storage = icechunk.local_filesystem_storage(str(ROOT / "repository"))
    repository = icechunk.Repository.create(storage)
    session = repository.writable_session("main")
    sample().to_zarr(session.store, consolidated=False)
    first = session.commit("Write the sample")
    repository.create_tag("v1", snapshot_id=first)
    repository.create_tag("withdrawn", snapshot_id=first)
    repository.delete_tag("withdrawn")
    session = repository.writable_session("main")
    group = zarr.open_group(session.store, mode="a")
    group.create_array("ocean/level", shape=(8,), chunks=(8,), dtype="<f4", compressors=None, fill_value=0)
    session.store.set_virtual_ref(
        "ocean/level/c/0", "gs://elsewhere/levels.bin", offset=4, length=32, validate_container=False
    )
    second = session.commit("Add levels that lie elsewhere")
    repository.create_branch("dev", snapshot_id=first)
    store = repository.readonly_session("main").store
    with xr.open_zarr(store, consolidated=False) as dataset:
        values = dataset.sst.isel(time=3).values
    picture = [[None if np.isnan(value) else float(value) for value in row] for row in values]
    json.dump({"snapshot": second, "picture": picture}, sys.stdout)


if __name__ == "__main__":
    main()
