"""The data behind the demo's catalog: a small store of each kind that the Catalog opens."""

import json
from pathlib import Path
from typing import Any

import datasets
import numpy as np
import zarr
from numpy.typing import NDArray
from ocean import Field, Grid, surface_temperature

Values = NDArray[Any]
BUCKET = "open-samples"
RECORDS = Path(__file__).parent / "catalog.json"
SEED = 1_993


def make_catalog(buckets: Path) -> None:
    """Write the open bucket: the stores, and the catalog that lists them."""
    texts = write_stores(buckets / BUCKET)
    # In the hub's own bucket: only there the library is told by the environment where the storage service is.
    write_icechunk(buckets / "leap-persistent-ro" / "reanalysis" / "surface.icechunk")
    texts["catalog.json"] = RECORDS.read_text(encoding="utf-8")
    templates = [{"name": name, "template": text} for name, text in texts.items()]
    sheet = {"options": {"anonymous": True}, "ages": {"": 20}, "objects": templates}
    (buckets / f"{BUCKET}.json").write_text(json.dumps(sheet), encoding="utf-8")


def write_stores(root: Path) -> dict[str, str]:
    """Write the stores below `root`; returns the texts that hold the server's address, by name."""
    grid = Grid.regular(2)
    days = np.arange(24) * 15.2
    sst = surface_temperature(grid, days, SEED)
    write_altimetry(root / "altimetry" / "sea-level-daily.zarr", sst, grid)
    datasets.write_zarr2(root / "sst" / "blended-daily.zarr", sst, grid, (6, 45, 90))
    write_scattered(root / "sst" / "sea-ice-monthly.zarr", sst, grid)
    (root / "rain").mkdir()
    datasets.write_netcdf(root / "rain" / "precipitation-monthly.nc", np.abs(sst), grid, datasets.RAIN)
    write_classic(root / "atlas" / "temperature-salinity.nc", sst[:4], grid)
    write_consolidated3(root / "colour" / "chlorophyll.zarr", np.exp(-sst[:6] / 8), grid)
    datasets.write_zarr3(root / "colour" / "scattered.zarr", np.exp(-sst[:6] / 8), grid)
    datasets.write_parquet(root / "drifters" / "hourly.parquet", SEED)
    return {**references(root), **collection(root, grid)}


def write_group(path: Path, arrays: dict[str, tuple[Values, dict[str, Any]]], title: str) -> None:
    """A Zarr store of format 2 whose arrays lie on time, latitude and longitude; not consolidated."""
    group = zarr.open_group(path.as_posix(), mode="w", **datasets.FORMAT_2)
    group.attrs.update(title=title, Conventions="CF-1.10")
    for name, (values, attributes) in arrays.items():
        dimensions = ("time", "lat", "lon") if values.ndim == 3 else (name,)
        chunks = (6, 45, 90) if values.ndim == 3 else values.shape
        datasets.add_array(group, name, dimensions, values, chunks, None)
        group[name].attrs.update(attributes)


def coordinates(grid: Grid, steps: int) -> dict[str, tuple[Values, dict[str, Any]]]:
    """Time in half months since 1993, and the grid."""
    time = {"units": "days since 1993-01-01", "calendar": "standard"}
    return {
        "time": (np.arange(steps, dtype=np.int32) * 15, time),
        "lat": (grid.latitude, {"units": "degrees_north", "standard_name": "latitude"}),
        "lon": (grid.longitude, {"units": "degrees_east", "standard_name": "longitude"}),
    }


def write_altimetry(path: Path, field: Field, grid: Grid) -> None:
    """Sea level and the currents that follow from it."""
    sla = ((field - field.mean(axis=0)) / 20).astype(np.float32)
    v, u = np.gradient(np.nan_to_num(sla), axis=(1, 2))
    current = "surface_geostrophic_{}_sea_water_velocity"
    wanted = {
        "sla": (sla, "sea level anomaly", "sea_surface_height_above_sea_level", "m"),
        "adt": (sla + 0.4, "absolute dynamic topography", "sea_surface_height_above_geoid", "m"),
        "ugos": (
            -v.astype(np.float32),
            "eastward current",
            current.format("eastward"),
            "m s-1",
        ),
        "vgos": (
            u.astype(np.float32),
            "northward current",
            current.format("northward"),
            "m s-1",
        ),
    }
    arrays = {name: (values, described(*words)) for name, (values, *words) in wanted.items()}
    write_group(path, {**arrays, **coordinates(grid, len(field))}, "Sample sea level from altimeters")
    zarr.consolidate_metadata(path.as_posix(), **datasets.FORMAT_2)


def described(long_name: str, standard_name: str, units: str) -> dict[str, Any]:
    """What a variable is, by the CF conventions."""
    return {"long_name": long_name, "standard_name": standard_name, "units": units}


def write_scattered(path: Path, field: Field, grid: Grid) -> None:
    """A store whose metadata nobody gathered: older software left many of them."""
    ice = np.clip((1 - np.nan_to_num(field, nan=9)) / 2.8, 0, 1).astype(np.float32)
    arrays = {
        "sst": (field, described("sea surface temperature", "sea_surface_temperature", "degree_Celsius")),
        "sic": (ice, described("sea ice concentration", "sea_ice_area_fraction", "1")),
    }
    write_group(path, {**arrays, **coordinates(grid, len(field))}, "Sample sea ice")


def write_consolidated3(path: Path, field: Field, grid: Grid) -> None:
    """A store of format 3 with all its metadata in one file; left out where zarr cannot write it."""
    if datasets.IS_ZARR_3:
        datasets.write_zarr3(path, field, grid)
        zarr.consolidate_metadata(path.as_posix(), zarr_format=3)


def write_classic(path: Path, field: Field, grid: Grid) -> None:
    """A file in the classic NetCDF format, which HDF5 libraries do not read; left out without SciPy."""
    try:
        from scipy.io import netcdf_file
    except ImportError:
        return
    path.parent.mkdir()
    with netcdf_file(path.as_posix(), "w", version=2) as file:
        file.title = "Sample ocean atlas"
        for name, values in {"lat": grid.latitude, "lon": grid.longitude}.items():
            file.createDimension(name, len(values))
            file.createVariable(name, "f4", (name,))[:] = values
        file.createDimension("season", len(field))
        for name, values, units in (("t_an", field, "degree_Celsius"), ("s_an", 33 + field / 20, "1")):
            variable = file.createVariable(name, "f4", ("season", "lat", "lon"))
            variable.units = units
            variable[:] = np.nan_to_num(values, nan=-99)


def write_icechunk(path: Path) -> None:
    """An Icechunk repository with one commit; left out where the library is missing."""
    try:
        import icechunk
    except ImportError:
        return
    grid = Grid.regular(2)
    field = surface_temperature(grid, np.arange(8) * 15.2, SEED)
    path.parent.mkdir(parents=True, exist_ok=True)
    # Nothing else writes here.
    icechunk.set_logs_filter("error")
    repository = icechunk.Repository.create(icechunk.local_filesystem_storage(path.as_posix()))
    session = repository.writable_session("main")
    group = zarr.open_group(session.store, mode="w", zarr_format=3)
    group.attrs["title"] = "Sample surface reanalysis"
    arrays: dict[str, tuple[Values, tuple[str, ...]]] = {
        "t2m": (field + 273.15, ("time", "lat", "lon")),
        "lat": (grid.latitude, ("lat",)),
        "lon": (grid.longitude, ("lon",)),
    }
    for name, (values, dimensions) in arrays.items():
        array = group.create_array(
            name,
            shape=values.shape,
            chunks=(1, *values.shape[1:]) if values.ndim == 3 else values.shape,
            dtype=values.dtype,
            dimension_names=dimensions,
        )
        array[...] = values
    session.commit("First fields")


def references(root: Path) -> dict[str, str]:
    """Where the pieces of the rain file are, for who reads it over the web and in the bucket."""
    netcdf = root / "rain" / "precipitation-monthly.nc"
    place = root / "rain" / "precipitation.json"
    texts = {}
    for name, base in {"web": "{server}/", "bucket": "gs://"}.items():
        datasets.write_references(place, netcdf, f"{base}{BUCKET}/rain/{netcdf.name}", datasets.RAIN)
        texts[f"rain/precipitation-{name}.json"] = place.read_text(encoding="utf-8")
    place.unlink()
    return texts


def collection(root: Path, grid: Grid) -> dict[str, str]:
    """A collection of model runs as intake-esm reads it, in the form of that of CMIP6."""
    models = {"LATITUDE-ESM": 3, "MERIDIAN-CM4": 4}
    rows = ["source_id,experiment_id,member_id,table_id,variable_id,zstore"]
    for model, seed in models.items():
        for experiment in ("historical", "ssp245"):
            path = f"models/{model}/{experiment}/tos.zarr"
            field = surface_temperature(grid, np.arange(3) * 30.4, SEED + seed)
            datasets.write_zarr2(root / path, field, grid, (3, 90, 180))
            rows.append(f"{model},{experiment},r1i1p1f1,Omon,tos,{{server}}/{BUCKET}/{path}")
    columns = rows[0].split(",")
    index = {
        "esmcat_version": "0.1.0",
        "id": "sample-models",
        "description": "Sample model runs",
        "catalog_file": f"{{server}}/{BUCKET}/models/catalog.csv",
        "attributes": [{"column_name": name} for name in columns[:-1]],
        "assets": {"column_name": "zstore", "format": "zarr"},
        "aggregation_control": {
            "variable_column_name": "variable_id",
            "groupby_attrs": ["source_id", "experiment_id", "table_id"],
            "aggregations": [{"type": "union", "attribute_name": "variable_id"}],
        },
    }
    return {"models/catalog.csv": "\n".join(rows) + "\n", "models/catalog.json": json.dumps(index)}
