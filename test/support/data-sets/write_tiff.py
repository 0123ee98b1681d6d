"""TIFF files of every kind below a folder, and on standard output what tifffile and Pillow read from them."""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import tifffile
from PIL import Image

ROOT = Path(sys.argv[1])
GEOGRAPHIC = (1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326)
# UTM, in metres; each number is of the middle of its cell.
UTM = (1, 1, 0, 4, 1024, 0, 1, 1, 1025, 0, 1, 2, 3072, 0, 1, 32633, 3076, 0, 1, 9001)


def tags(keys: tuple[int, ...], origin: tuple[float, float], step: float, nodata: str | None) -> list[Any]:
    """Where a raster lies, and what means that there are no data."""
    found: list[Any] = [
        (33550, 12, 3, (step, step, 0.0), True),
        (33922, 12, 6, (0.0, 0.0, 0.0, *origin, 0.0), True),
        (34735, 3, len(keys), keys, True),
    ]
    if nodata is not None:
        found.append((42113, 2, len(nodata) + 1, nodata, True))
    return found


def rows(array: np.ndarray) -> list[list[float | None]]:
    """Numbers row by row; none where there are no data."""
    return [[None if np.isnan(value) else float(value) for value in row] for row in array]


def main() -> None:
    """Write them all."""
    rng = np.random.default_rng(2)
    field = rng.normal(10, 3, (90, 180)).astype("f4")
    field[10:14, 20:40] = -9999
    seen = np.where(field == -9999, np.nan, field)
    globe = tags(GEOGRAPHIC, (-180.0, 90.0), 2.0, "-9999")
    tifffile.imwrite(ROOT / "globe.tif", field, tile=(32, 64), compression="zlib", extratags=globe)
    tifffile.imwrite(ROOT / "strips.tif", field, rowsperstrip=1, extratags=globe)
    bands = np.stack([field, field * 2, field * 3])
    for planar in ("contig", "separate"):
        data = np.moveaxis(bands, 0, 2) if planar == "contig" else bands
        tifffile.imwrite(
            ROOT / f"bands-{planar}.tif",
            data,
            tile=(64, 64),
            photometric="minisblack",
            planarconfig=planar,
            extratags=tags(GEOGRAPHIC, (-180.0, 90.0), 2.0, None),
        )
    small = (np.arange(60 * 80) % 251).astype("u1").reshape(60, 80)
    for name, compression in (("lzw", "tiff_lzw"), ("packbits", "packbits"), ("jpeg", "jpeg")):
        Image.fromarray(small).save(ROOT / f"{name}.tif", compression=compression)
    tifffile.imwrite(
        ROOT / "utm.tif",
        small.astype("i2"),
        compression="zlib",
        predictor=2,
        extratags=tags(UTM, (500_000.0, 4_649_800.0), 30.0, None),
    )
    large = np.cumsum(rng.normal(size=(800, 1600)), axis=1).astype("f4")
    with tifffile.TiffWriter(ROOT / "overviews.tif") as file:
        options: dict[str, Any] = {"tile": (256, 256), "compression": "zlib"}
        file.write(large, extratags=tags(GEOGRAPHIC, (-180.0, 90.0), 0.225, None), **options)
        for step in (2, 4, 8):
            file.write(large[::step, ::step], subfiletype=1, **options)
    level = large[::4, ::4]
    json.dump(
        {
            "globe": rows(seen),
            "bands": [rows(np.asarray(band, "f8")) for band in bands],
            "small": rows(small.astype("f8")),
            "levelMax": float(level.max()),
            "levelMin": float(level.min()),
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
