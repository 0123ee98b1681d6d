"""Storage, buckets, image and catalog of a JupyterHub on Google Cloud, in JupyterLab's sidebar."""

from typing import Any


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    return [{"src": "labextension", "dest": "jupyterlab-leap"}]


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    from .handlers import LeapExtension  # not at the top: `leap` needs no server

    return [{"module": "jupyterlab_leap", "app": LeapExtension}]
