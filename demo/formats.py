"""One data set of each further kind that the Buckets section looks into."""

import json
from pathlib import Path
from typing import Any

import catalog_data
import datasets
import h5netcdf
import h5py
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import tifffile
import zarr
from numpy.typing import NDArray
from ocean import Grid, surface_temperature

SEED = 77
# Longitudes and latitudes in degrees (EPSG:4326), each number standing for the whole of its cell.
GEOGRAPHIC = (1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326)


def write_formats(root: Path, url: str) -> None:
    """Fill a folder that will be at the address `url`."""
    root.mkdir(parents=True)
    write_classic(root / "sst-classic.nc")
    write_model(root / "ocean-model.nc")
    write_raster(root / "sst.tif")
    write_track(root / "drifter.parquet")
    catalog_data.write_icechunk(root / "surface.icechunk")
    name_versions(root / "surface.icechunk")
    write_references(root / "ocean-model.parq", root / "ocean-model.nc", f"{url}/ocean-model.nc")


def name_versions(path: Path) -> None:
    """A tag for what is there, and a branch beside it on which somebody corrects it."""
    if not path.exists():
        return
    import icechunk

    repository = icechunk.Repository.open(icechunk.local_filesystem_storage(path.as_posix()))
    first = repository.lookup_branch("main")
    repository.create_tag("v1.0", snapshot_id=first)
    repository.create_branch("corrected", snapshot_id=first)
    session = repository.writable_session("corrected")
    temperature = zarr.open_array(session.store, path="t2m", mode="a")
    temperature[:] = np.asarray(temperature[:]) - 0.5
    temperature.attrs["comment"] = "Half a degree colder, after the intercomparison."
    session.commit("Correct the warm bias")


def write_classic(path: Path) -> None:
    """Classic NetCDF with a record for each month; left out where scipy is missing."""
    try:
        from scipy.io import netcdf_file
    except ImportError:
        return
    grid = Grid.regular(2)
    field = surface_temperature(grid, np.arange(12) * 30.4, SEED)
    with netcdf_file(path.as_posix(), "w", version=2) as file:
        file.title = "Sample monthly sea surface temperature, as models write it"
        file.createDimension("time", None)
        for name, values in {"lat": grid.latitude, "lon": grid.longitude}.items():
            file.createDimension(name, len(values))
            coordinate = file.createVariable(name, "f4", (name,))
            coordinate.units = "degrees_north" if name == "lat" else "degrees_east"
            coordinate[:] = values
        time = file.createVariable("time", "f8", ("time",))
        time.units = "days since 2015-01-15"
        sst = file.createVariable("sst", "f4", ("time", "lat", "lon"))
        sst.units = "degree_Celsius"
        sst.long_name = "sea surface temperature"
        sst._FillValue = np.float32(-999)
        for month, values in enumerate(np.nan_to_num(field, nan=-999)):
            time[month] = month * 30.4
            sst[month] = values


def model_grid() -> tuple[NDArray[Any], NDArray[Any]]:
    """Latitudes and longitudes of a grid whose rows bend in the north, as those of ocean models do."""
    j, i = np.mgrid[0:120, 0:180]
    bend = np.clip((j - 70) / 50, 0, 1) ** 2
    latitude = -75 + j * 1.36 - 14 * bend * np.cos(np.deg2rad(2 * (i * 2 - 80)))
    longitude = (73 + i * 2 + 9 * bend * np.sin(np.deg2rad(2 * (i * 2 - 80)))) % 360
    return np.clip(latitude, -89, 89), longitude


def write_model(path: Path) -> None:
    """Output of an ocean model on its own grid, whose positions are arrays of two dimensions."""
    latitude, longitude = model_grid()
    fine = Grid.regular(1)
    globe = surface_temperature(fine, np.arange(3) * 30.4, SEED + 1)
    row = np.clip(np.round(latitude + 89.5).astype(int), 0, 179)
    column = np.round(((longitude + 180) % 360) - 0.5).astype(int) % 360
    field = globe[:, row, column]
    with h5netcdf.File(path, "w") as file:
        file.attrs["title"] = "Sample output of an ocean model on its own grid"
        file.dimensions = {"time": 3, "y": 120, "x": 180}
        time = file.create_variable("time", ("time",), data=np.arange(3) * 30.4)
        time.attrs["units"] = "days since 2015-01-16"
        for name, values, units in (
            ("nav_lat", latitude, "degrees_north"),
            ("nav_lon", longitude, "degrees_east"),
        ):
            positions = file.create_variable(name, ("y", "x"), data=values.astype("f4"))
            positions.attrs["units"] = units
        tos = file.create_variable(
            "tos",
            ("time", "y", "x"),
            data=datasets.packed(field),
            chunks=(1, 120, 180),
            compression="gzip",
            fillvalue=datasets.PACKED_FILL,
        )
        tos.attrs.update(datasets.TEMPERATURE.attributes | {"coordinates": "nav_lat nav_lon"})


def write_raster(path: Path) -> None:
    """A GeoTIFF in tiles with overviews."""
    grid = Grid.regular(0.25)
    field = surface_temperature(grid, np.zeros(1), SEED + 2)[0, ::-1]
    nodata = "-9999"
    tags = [
        (33550, 12, 3, (0.25, 0.25, 0.0), True),
        (33922, 12, 6, (0.0, 0.0, 0.0, -180.0, 90.0, 0.0), True),
        (34735, 3, len(GEOGRAPHIC), GEOGRAPHIC, True),
        (42113, 2, len(nodata) + 1, nodata, True),
    ]
    stored = np.nan_to_num(field, nan=-9999).round(2)
    options: dict[str, Any] = {"tile": (256, 256), "compression": "zlib"}
    with tifffile.TiffWriter(path) as file:
        file.write(stored, extratags=tags, **options)
        file.write(stored[::2, ::2], subfiletype=1, **options)


def write_track(path: Path) -> None:
    """The positions of a drifting buoy."""
    rng = np.random.default_rng(SEED)
    steps = np.cumsum(rng.normal(0, 0.02, (2_000, 2)), axis=0)
    start = np.datetime64("2024-01-01T00:00", "us")
    pq.write_table(
        pa.table(
            {
                "time": start + np.arange(2_000) * np.timedelta64(6, "h"),
                "latitude": (steps[:, 0] + 38).round(4),
                "longitude": (steps[:, 1] - 55).round(4),
                "sst": (18 + steps[:, 0] * 3).round(2),
                "drogue": rng.random(2_000) > 0.1,
            }
        ),
        path,
    )


def write_references(path: Path, netcdf: Path, url: str) -> None:
    """References to the pieces of a NetCDF file in Parquet, as Kerchunk and VirtualiZarr write large ones."""
    metadata: dict[str, Any] = {
        ".zgroup": {"zarr_format": 2},
        ".zattrs": {"title": "References to a model's output"},
    }
    with h5py.File(netcdf) as file:
        for name, dimensions in {
            "tos": ["time", "y", "x"],
            "nav_lat": ["y", "x"],
            "nav_lon": ["y", "x"],
        }.items():
            array = file[name]
            metadata[f"{name}/.zarray"] = {
                "shape": array.shape,
                "chunks": array.chunks or array.shape,
                "dtype": array.dtype.str,
                "fill_value": datasets.PACKED_FILL if name == "tos" else None,
                "order": "C",
                "filters": None,
                "compressor": {"id": "zlib", "level": 4} if array.chunks else None,
                "zarr_format": 2,
            }
            metadata[f"{name}/.zattrs"] = {
                key: array.attrs[key].item() if hasattr(array.attrs[key], "item") else str(array.attrs[key])
                for key in array.attrs
                if key in ("units", "scale_factor", "add_offset", "long_name", "coordinates")
            } | {"_ARRAY_DIMENSIONS": dimensions}
            pieces = (
                [array.id.get_chunk_info(at) for at in range(array.id.get_num_chunks())]
                if array.chunks
                else None
            )
            folder = path / name
            folder.mkdir(parents=True)
            offsets = [piece.byte_offset for piece in pieces] if pieces else [array.id.get_offset()]
            sizes = [piece.size for piece in pieces] if pieces else [array.nbytes]
            pq.write_table(
                pa.table(
                    {
                        "path": [url] * len(offsets),
                        "offset": pa.array(offsets, pa.int64()),
                        "size": pa.array(sizes, pa.int64()),
                        "raw": pa.array([None] * len(offsets), pa.binary()),
                    }
                ),
                folder / "refs.0.parq",
            )
    (path / ".zmetadata").write_text(json.dumps({"metadata": metadata, "record_size": 1000}))
