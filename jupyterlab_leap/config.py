"""`c.Leap`: what an operator may set; `profile.json` has the defaults, the service's schema the rules."""

import json
import os
import pwd
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

from traitlets.config import Config


def read_settings(config: Config) -> dict[str, Any]:
    """Every setting, `c.Leap` over the defaults, not yet checked."""
    given = config.get("Leap", {})
    merged = Config(json.loads(Path(__file__).with_name("profile.json").read_text("utf-8")))
    with suppress(KeyError):  # no HOME, and a user id that the user database does not know
        merged.Leap.home_directory = os.environ.get("HOME") or pwd.getpwuid(os.getuid()).pw_dir
    if emulator := os.environ.get("STORAGE_EMULATOR_HOST"):
        merged.Leap.storage_endpoint = re.sub("^(?!https?://)", "http://", emulator)
    for name in {"recommended_bytes", "limit_bytes"} & set(given):
        merged.Leap[name.replace("bytes", "source")] = "hub setting"
    merged.merge(Config(Leap=given))
    return dict(merged.Leap)
