"""Names of objects that a bucket may hold and that programs trip over."""

import unicodedata

# What each one is stands in its content, so that a preview explains the name.
ODD_NAMES: dict[str, str] = {
    "a//b.txt": "two slashes: a folder with an empty name",
    "marker/": "",
    "not-a-marker/": "an object with content whose name ends in a slash",
    "both": "an object named like the folder beside it",
    "both/inside.txt": "an object in the folder named like the object beside it",
    "%2e%2e%2fescape.txt": "percent signs that must not be decoded",
    "tab\there.txt": "a tab",
    "escape\x1b[31mred.txt": "a terminal's escape sequence",
    "next\x85line.txt": "U+0085",
    "delete\x7f.txt": "U+007F",
    "photo\u202egnp.txt": "a right-to-left override",
    "zero\u200bwidth.txt": "a zero-width space",
    "\ufeffmark.txt": "a byte order mark",
    unicodedata.normalize("NFC", "café.txt"): "é as one character",
    unicodedata.normalize("NFD", "café.txt"): "é as two characters",
    "日本海/水温.txt": "Japanese",
    "ocean 🌊.txt": "an emoji",
    "#hash?query.txt": "a hash and a question mark",
    "glob*[a-z].txt": "glob characters",
    "space and+plus&ampersand.txt": "space, plus, ampersand",
    'it\'s "quoted" `code`.txt': "quotes",
    "$(touch pwned).txt": "a shell's substitution",
    "-rf": "an option",
    "~": "a home",
    "CON": "a device of another system",
    "trailing. ": "a trailing dot and space",
    "   ": "only spaces",
    "<img src=x onerror=alert(1)>.txt": "markup",
    '"><svg onload=alert(1)>.txt': "markup that leaves an attribute",
    "{{7*7}} ${x}.txt": "templates",
    "</script>.txt": "the end of a script",
    "long-" + "x" * 240 + ".txt": "255 characters and more",
}
