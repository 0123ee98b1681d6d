"""Data sets, each written by the library that scientists write it with."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import h5netcdf
import h5py
import numpy as np
import pyarrow as pa
import pyarrow.dataset
import zarr
from numpy.typing import NDArray
from ocean import Field, Grid

PACKED_FILL = -32768
IS_ZARR_3 = not zarr.__version__.startswith("2.")
FORMAT_2: Any = {"zarr_format": 2} if IS_ZARR_3 else {}


def packed(field: Field) -> NDArray[np.int16]:
    """Hundredths of a degree, as satellite products store them."""
    hundredths = np.round(np.nan_to_num(field, nan=0) * 100)
    return np.where(np.isnan(field), PACKED_FILL, hundredths).astype(np.int16)


def temperature_attributes() -> dict[str, Any]:
    """What the packed numbers mean, by the CF conventions."""
    return {
        "long_name": "sea surface temperature",
        "standard_name": "sea_surface_temperature",
        "units": "degree_Celsius",
        "scale_factor": 0.01,
        "add_offset": 0.0,
    }


@dataclass(frozen=True)
class Variable:
    """What a file calls its field, and what its packed numbers mean."""

    name: str
    attributes: dict[str, Any]


TEMPERATURE = Variable("sst", temperature_attributes())
RAIN = Variable(
    "precip",
    {
        "long_name": "precipitation",
        "standard_name": "lwe_precipitation_rate",
        "units": "mm day-1",
        "scale_factor": 0.01,
        "add_offset": 0.0,
    },
)


def write_zarr2(path: Path, field: Field, grid: Grid, chunks: tuple[int, ...]) -> None:
    """A consolidated Zarr store of format 2, as xarray writes it."""
    group = zarr.open_group(path.as_posix(), mode="w", **FORMAT_2)
    group.attrs.update(title="Sample sea surface temperature", Conventions="CF-1.10")
    add_array(group, "sst", ("time", "lat", "lon"), packed(field), chunks, PACKED_FILL)
    group["sst"].attrs.update(temperature_attributes())
    days = np.arange(field.shape[0], dtype=np.int32)
    coordinates: dict[str, tuple[NDArray[Any], dict[str, Any]]] = {
        "time": (days, {"units": "days since 2024-01-01", "calendar": "standard"}),
        "lat": (grid.latitude, {"units": "degrees_north"}),
        "lon": (grid.longitude, {"units": "degrees_east"}),
    }
    for name, (values, attributes) in coordinates.items():
        add_array(group, name, (name,), values, values.shape, None)
        group[name].attrs.update(attributes)
    zarr.consolidate_metadata(path.as_posix(), **FORMAT_2)


def add_array(
    group: zarr.Group,
    name: str,
    dimensions: tuple[str, ...],
    values: NDArray[Any],
    chunks: tuple[int, ...],
    fill: int | None,
) -> None:
    """One array of a store of format 2, its dimensions named as xarray names them."""
    # What zarr 2, the last for Python 3.10, calls a data set is an array in zarr 3.
    create = group.create_array if IS_ZARR_3 else group.create_dataset
    array = create(name, shape=values.shape, chunks=chunks, dtype=values.dtype, fill_value=fill)
    array.attrs["_ARRAY_DIMENSIONS"] = list(dimensions)
    array[...] = values


def write_zarr3(path: Path, field: Field, grid: Grid) -> None:
    """A Zarr store of format 3 with named dimensions; left out where zarr cannot write it."""
    if not IS_ZARR_3:
        return
    group = zarr.open_group(path, mode="w", zarr_format=3)
    group.attrs.update(title="Sample chlorophyll concentration")
    values: dict[str, tuple[NDArray[Any], tuple[str, ...]]] = {
        "chlor_a": (field, ("time", "lat", "lon")),
        "lat": (grid.latitude, ("lat",)),
        "lon": (grid.longitude, ("lon",)),
    }
    for name, (data, dimensions) in values.items():
        chunks = (1, 45, 90) if data.ndim == 3 else data.shape
        array = group.create_array(
            name,
            shape=data.shape,
            chunks=chunks,
            dtype=data.dtype,
            dimension_names=dimensions,
        )
        array[...] = data


def write_netcdf(path: Path, field: Field, grid: Grid, variable: Variable = TEMPERATURE) -> None:
    """A NetCDF 4 file of monthly means."""
    with h5netcdf.File(path, "w") as file:
        file.attrs["title"] = f"Sample monthly {variable.attributes['long_name']}"
        file.dimensions = dict(zip(("time", "lat", "lon"), field.shape, strict=True))
        file.create_variable("lat", ("lat",), data=grid.latitude)
        file.create_variable("lon", ("lon",), data=grid.longitude)
        months = file.create_variable("time", ("time",), data=np.arange(field.shape[0]) * 30.4)
        months.attrs["units"] = "days since 2024-01-01"
        values = file.create_variable(
            variable.name,
            ("time", "lat", "lon"),
            data=packed(field),
            chunks=(1, *field.shape[1:]),
            compression="gzip",
            fillvalue=PACKED_FILL,
        )
        values.attrs.update(variable.attributes)


def write_references(path: Path, netcdf: Path, url: str, variable: Variable = TEMPERATURE) -> None:
    """A kerchunk file: where the pieces of a NetCDF file are, as a Zarr store."""
    with h5py.File(netcdf) as file:
        values = file[variable.name]
        references: dict[str, Any] = {
            ".zgroup": json.dumps({"zarr_format": 2}),
            f"{variable.name}/.zarray": json.dumps(
                {
                    "shape": values.shape,
                    "chunks": values.chunks,
                    "dtype": "<i2",
                    "fill_value": PACKED_FILL,
                    "order": "C",
                    "filters": None,
                    "compressor": {"id": "zlib", "level": 4},
                    "zarr_format": 2,
                }
            ),
            f"{variable.name}/.zattrs": json.dumps(
                variable.attributes | {"_ARRAY_DIMENSIONS": ["time", "lat", "lon"]}
            ),
        }
        for index in range(values.id.get_num_chunks()):
            chunk = values.id.get_chunk_info(index)
            at = zip(chunk.chunk_offset, values.chunks, strict=True)
            key = ".".join(str(offset // step) for offset, step in at)
            references[f"{variable.name}/{key}"] = [url, chunk.byte_offset, chunk.size]
    path.write_text(json.dumps({"version": 1, "refs": references}), encoding="utf-8")


def write_parquet(path: Path, seed: int) -> None:
    """Buoy readings, partitioned by year and month."""
    rng = np.random.default_rng(seed)
    count = 12_000
    month = np.arange(count) % 24
    readings = pa.table(
        {
            "year": pa.array(2023 + month // 12, pa.int16()),
            "month": pa.array(month % 12 + 1, pa.int8()),
            "buoy": pa.array([f"4{number:04d}" for number in rng.integers(0, 60, count)]),
            "latitude": rng.uniform(-60, 60, count).round(3),
            "longitude": rng.uniform(-180, 180, count).round(3),
            "sst": rng.normal(18, 6, count).round(2),
            "wave_height": rng.gamma(3, 0.7, count).round(2),
        }
    )
    pyarrow.dataset.write_dataset(
        readings,
        path,
        format="parquet",
        partitioning=["year", "month"],
        partitioning_flavor="hive",
        basename_template="part-{i}.parquet",
        use_threads=False,
    )
