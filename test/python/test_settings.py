"""`c.Leap`: defaults, overrides, and the names of what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from prometheus_client import REGISTRY
from traitlets.config import Config

from jupyterlab_leap.handlers import LeapExtension

SCRATCH = {"name": "leap-scratch", "title": "Scratch", "access": "own-folder"}
RULE = {"id": "tool", "title": "Tool", "path": ".cache/tool", "reason": "Its files.", "cost": "A minute."}


def read(**leap: Any) -> dict[str, Any]:
    """The settings as the service gets them, checked as a server does when it starts."""
    return checked(Config(Leap=leap))


def checked(section: Config) -> dict[str, Any]:
    """What the extension hands to its service; it does not load where something is wrong."""
    app = LeapExtension(config=section)
    app.initialize_handlers()
    assert app.bridge is not None
    REGISTRY.unregister(app.bridge)
    return app.bridge._settings


def test_the_defaults_are_the_LEAP_hubs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/jovyan")
    monkeypatch.delenv("STORAGE_EMULATOR_HOST", raising=False)

    settings = read()

    assert settings["home_directory"] == "/home/jovyan"
    assert (settings["recommended_bytes"], settings["recommended_source"]) == (
        25 * 10**9,
        "hub documentation",
    )
    assert (settings["limit_bytes"], settings["limit_source"]) == (50 * 10**9, "hub documentation")
    assert [(bucket["name"], bucket["access"]) for bucket in settings["buckets"]] == [
        ("leap-scratch", "own-folder"),
        ("leap-persistent", "own-folder"),
        ("leap-persistent-ro", "read-only"),
    ]
    assert settings["buckets"][0]["delete_after_days"] == 7
    assert settings["storage_endpoint"] is None
    assert settings["allow_token"] is False


def test_a_number_without_a_source_is_the_hubs_setting() -> None:
    settings = read(limit_bytes=100 * 2**30)

    assert settings["limit_bytes"] == 107_374_182_400
    assert settings["limit_source"] == "hub setting"
    assert settings["recommended_source"] == "hub documentation"


def test_a_number_with_a_source_keeps_it() -> None:
    assert read(limit_bytes=1, limit_source="mail of 3 May")["limit_source"] == "mail of 3 May"


def test_no_limit_at_all_can_be_said() -> None:
    assert read(limit_bytes=None)["limit_bytes"] is None


def test_a_bucket_can_be_added_to_the_defaults() -> None:
    section = Config()
    section.Leap.buckets.append({"name": "cmip6", "title": "CMIP6", "access": "read-only"})

    settings = checked(section)

    assert [bucket["name"] for bucket in settings["buckets"]][-2:] == ["leap-persistent-ro", "cmip6"]


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"limt_bytes": 3}, "limt_bytes"),
        ({"limit_bytes": "3"}, "c.Leap.limit_bytes"),
        ({"limit_bytes": True}, "c.Leap.limit_bytes"),
        ({"limit_bytes": -1}, "c.Leap.limit_bytes"),
        ({"limit_bytes": 2.5}, "c.Leap.limit_bytes"),
        ({"limit_bytes": 2**60}, "c.Leap.limit_bytes"),
        ({"limit_source": ""}, "c.Leap.limit_source"),
        ({"home_directory": "jovyan"}, "c.Leap.home_directory"),
        ({"home_directory": None}, "c.Leap.home_directory"),
        ({"hub_url": "javascript:alert(1)"}, "c.Leap.hub_url"),
        ({"hub_url": "https://user:pw@evil.example"}, "c.Leap.hub_url"),
        ({"catalog_urls": "https://x.example"}, "c.Leap.catalog_urls"),
        ({"catalog_urls": ["https://x.example", "file://host/catalog.json"]}, "c.Leap.catalog_urls[1]"),
        ({"catalog_urls": ["file:///srv/catalog.json", "data:,[]"]}, "c.Leap.catalog_urls[1]"),
        ({"storage_endpoint": "localhost:4443"}, "c.Leap.storage_endpoint"),
        ({"listing_concurrency": 0}, "c.Leap.listing_concurrency"),
        ({"listing_concurrency": 257}, "c.Leap.listing_concurrency"),
        ({"allow_token": "no"}, "c.Leap.allow_token"),
        ({"clear_rules": [{**RULE, "path": "../bob"}]}, "c.Leap.clear_rules[0].path"),
        ({"clear_rules": [{**RULE, "path": "/etc"}]}, "c.Leap.clear_rules[0].path"),
        ({"clear_rules": [{**RULE, "path": ""}]}, "c.Leap.clear_rules[0].path"),
        ({"idle_seconds": 0}, "c.Leap.idle_seconds"),
        ({"node_path": "node"}, "c.Leap.node_path"),
        ({"buckets": {"name": "x"}}, "c.Leap.buckets"),
        ({"buckets": ["leap-scratch"]}, "c.Leap.buckets[0]"),
        ({"buckets": [{**SCRATCH, "name": "X"}]}, "c.Leap.buckets[0].name"),
        ({"buckets": [SCRATCH, {**SCRATCH, "access": "all"}]}, "c.Leap.buckets[1].access"),
        ({"buckets": [{**SCRATCH, "delete_after_days": "7"}]}, "c.Leap.buckets[0].delete_after_days"),
        ({"buckets": [{**SCRATCH, "own_folder_variable": "$X"}]}, "c.Leap.buckets[0].own_folder_variable"),
        ({"buckets": [{**SCRATCH, "lifetime": 7}]}, "lifetime"),
        ({"buckets": [{"name": "leap-scratch"}]}, "c.Leap.buckets[0]"),
    ],
)
def test_what_is_wrong_is_named(given: dict[str, Any], named: str) -> None:
    with pytest.raises(ValueError, match=r"^c\.Leap") as caught:
        read(**given)

    assert named in str(caught.value)


@pytest.mark.parametrize("home", [None, ""])
def test_B43_without_HOME_the_user_database_says_it(
    home: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if home is None:
        monkeypatch.delenv("HOME")
    else:
        monkeypatch.setenv("HOME", home)

    assert read()["home_directory"].startswith("/")
    assert read()["home_directory"] != "/"


def test_B43_a_home_that_nobody_knows_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    monkeypatch.setattr("os.getuid", lambda: 987654)

    with pytest.raises(ValueError, match="home_directory"):
        read()


def test_B43_a_home_that_is_a_link_is_left_to_the_service(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path)
    monkeypatch.setenv("HOME", str(link))

    assert read()["home_directory"] == str(link)


@pytest.mark.parametrize(
    ("host", "endpoint"),
    [
        ("localhost:4443", "http://localhost:4443"),
        ("http://localhost:4443", "http://localhost:4443"),
        ("https://gcs.example/base", "https://gcs.example/base"),
        ("", None),
    ],
)
def test_the_emulators_address_comes_from_the_environment(
    host: str, endpoint: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STORAGE_EMULATOR_HOST", host)

    assert read()["storage_endpoint"] == endpoint


class TestWrong:
    """A server whose operator made a mistake."""

    @pytest.fixture
    def leap_config(self) -> dict[str, Any]:
        """A misspelt name."""
        return {"limt_bytes": 3}

    def test_the_extension_does_not_load_and_the_server_does(
        self, jp_configurable_serverapp: Callable[..., Any], capfd: pytest.CaptureFixture[str]
    ) -> None:
        app = jp_configurable_serverapp()

        said = "".join(capfd.readouterr())
        assert "jupyterlab_leap | extension failed loading" in said
        assert "limt_bytes" in said
        assert app.extension_manager.extensions["jupyter_server_terminals"].enabled
