"""Stores that the demo does not have: references in Parquet, and Icechunk in a bucket that is open to all."""

import shutil
import sys
from pathlib import Path

from kerchunk.df import refs_to_dataframe
from kerchunk.hdf import SingleHdf5ToZarr


def main(folder: Path, server: str) -> None:
    """Write them below `folder`; references over the web lead to `server`."""
    bucket = folder / "open-samples"
    netcdf = bucket / "rain" / "precipitation-monthly.nc"
    bases = {"web": f"{server}/open-samples", "bucket": "gs://open-samples"}
    for name, base in bases.items():
        with netcdf.open("rb") as file:
            found = SingleHdf5ToZarr(file, url=f"{base}/rain/{netcdf.name}").translate()
        refs_to_dataframe(found, (bucket / "rain" / f"precipitation-{name}.parq").as_posix())
    repository = Path("reanalysis") / "surface.icechunk"
    shutil.copytree(folder / "leap-persistent-ro" / repository, bucket / repository)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
