"""An ocean that looks like one: coarse continents, warm pool, seasons, eddies."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

Field = NDArray[np.floating[Any]]

# Longitude and latitude of corners, by eye from an atlas.
CONTINENTS = [
    [(-17, 15), (-6, 35), (11, 37), (33, 31), (43, 11), (51, 11), (40, -15), (33, -27),
     (19, -35), (12, -17), (9, 4), (-8, 5)],
    [(-80, 0), (-77, 8), (-62, 10), (-50, 0), (-35, -7), (-40, -22), (-58, -38),
     (-68, -54), (-74, -45), (-70, -18)],
    [(-168, 65), (-125, 70), (-95, 70), (-80, 63), (-56, 52), (-66, 44), (-81, 31),
     (-81, 25), (-97, 27), (-88, 16), (-78, 8), (-105, 20), (-117, 32), (-124, 48)],
    [(-10, 36), (-9, 43), (-2, 48), (8, 58), (10, 71), (40, 67), (70, 73), (105, 77),
     (140, 73), (180, 68), (162, 60), (140, 54), (122, 40), (121, 28), (108, 20),
     (104, 2), (98, 16), (90, 22), (80, 8), (73, 20), (57, 25), (45, 13), (35, 28),
     (28, 37), (12, 45)],
    [(114, -22), (131, -12), (142, -11), (153, -28), (147, -38), (131, -32), (116, -35)],
    [(-55, 60), (-20, 70), (-20, 82), (-60, 82), (-70, 77)],
    [(-180, -90), (-180, -78), (-60, -66), (0, -70), (90, -66), (180, -78), (180, -90)],
]  # fmt: skip


@dataclass(frozen=True)
class Grid:
    """Cell centres of a regular grid, in degrees."""

    latitude: Field
    longitude: Field

    @classmethod
    def regular(cls, step: float) -> "Grid":
        return cls(
            np.arange(-90 + step / 2, 90, step, dtype=np.float32),
            np.arange(-180 + step / 2, 180, step, dtype=np.float32),
        )

    def is_land(self) -> NDArray[np.bool_]:
        """Where the continents are."""
        width, height = self.longitude.size, self.latitude.size
        picture = Image.new("1", (width, height))
        draw = ImageDraw.Draw(picture)
        for corners in CONTINENTS:
            draw.polygon(
                [((x + 180) / 360 * width, (y + 90) / 180 * height) for x, y in corners],
                fill=1,
            )
        return np.asarray(picture, dtype=bool)


def surface_temperature(grid: Grid, day_of_year: Field, seed: int) -> Field:
    """Sea-surface temperature in °C by day, latitude and longitude; NaN on land."""
    lat = np.deg2rad(grid.latitude.astype(np.float64))[:, None]
    lon = np.deg2rad(grid.longitude.astype(np.float64))[None, :]
    climate = 29.5 * np.cos(lat) ** 1.6 - 1.8
    warm_pool = 2.2 * np.exp(-((lat / 0.25) ** 2)) * np.cos(lon - np.deg2rad(140))
    gulf_stream = 5 * _bump(lat, lon, 40, -55, 0.12, 0.5)
    kuroshio = 4 * _bump(lat, lon, 38, 150, 0.12, 0.5)
    humboldt = -4 * _bump(lat, lon, -18, -82, 0.3, 0.2)
    mean = climate + warm_pool + gulf_stream + kuroshio + humboldt
    season = np.cos(2 * np.pi * (day_of_year - 227) / 365.25)[:, None, None]
    seasonal = 4.5 * np.sin(lat) * np.abs(np.sin(2 * lat)) * season
    field = mean + seasonal + _eddies(grid, day_of_year.size, seed)
    field = np.maximum(field, -1.8)
    field[:, grid.is_land()] = np.nan
    return np.asarray(field, dtype=np.float32)


def _bump(
    lat: Field,
    lon: Field,
    north: float,
    east: float,
    height: float,
    width: float,
) -> Field:
    """A smooth hill of height 1 around a place."""
    y = (lat - np.deg2rad(north)) / height
    x = (lon - np.deg2rad(east)) / width
    return np.asarray(np.exp(-(y**2) - x**2))


def _eddies(grid: Grid, steps: int, seed: int) -> Field:
    """Noise with the spectrum of turbulence, drifting westwards."""
    rng = np.random.default_rng(seed)
    shape = (grid.latitude.size, grid.longitude.size)
    ky = np.fft.fftfreq(shape[0])[:, None] * shape[0]
    kx = np.fft.fftfreq(shape[1])[None, :] * shape[1]
    wave = np.hypot(kx, ky)
    wave[0, 0] = np.inf
    spectrum = np.fft.fft2(rng.standard_normal(shape)) * wave**-1.5
    pattern = np.fft.ifft2(spectrum).real
    pattern *= 0.9 / pattern.std()
    return np.stack([np.roll(pattern, -step, axis=1) for step in range(steps)])


def picture(field: Field) -> Image.Image:
    """A map of one day: cold blue to warm red, land grey, north above."""
    stops = np.array([-2, 6, 14, 22, 27, 32])
    colours = np.array(
        [[20, 30, 90], [40, 110, 190], [120, 200, 200],
         [250, 220, 120], [235, 120, 50], [150, 20, 30]]
    )  # fmt: skip
    values = np.nan_to_num(field, nan=-2)
    channels = [np.interp(values, stops, colours[:, channel]) for channel in range(3)]
    pixels = np.stack(channels, axis=-1).astype(np.uint8)
    pixels[np.isnan(field)] = (130, 130, 130)
    return Image.fromarray(np.ascontiguousarray(pixels[::-1]))
