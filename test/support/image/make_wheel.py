"""Write a wheel that holds nothing but its own record: `make_wheel.py FOLDER NAME VERSION`."""

import sys
import zipfile
from pathlib import Path

folder, name, version = sys.argv[1:]
record = f"{name}-{version}.dist-info"
files = {
    f"{name}.py": "",
    f"{record}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
    f"{record}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    f"{record}/RECORD": "",
}
with zipfile.ZipFile(Path(folder) / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
    for path, text in files.items():
        wheel.writestr(path, text)
