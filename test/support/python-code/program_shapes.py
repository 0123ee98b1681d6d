"""Print the shape of Python programs: their syntax trees, with the strings in them set apart.

Reads a JSON list of programs on standard input.
"""

import ast
import json
import sys


def shape(program: str) -> dict[str, object]:
    tree = ast.parse(program)
    strings = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            strings.append(node.value)
            node.value = ""
    return {"shape": ast.dump(tree), "strings": sorted(set(strings))}


print(json.dumps([shape(program) for program in json.load(sys.stdin)]))
