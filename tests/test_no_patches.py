"""Nothing in the program replaces a function, class or module of Python, PySide or shiboken.

Each file that enters a build is read as a syntax tree. Its imports tell which names are foreign:
modules and classes that are not ours. No attribute of these may be set or deleted, by assignment or
by `setattr`, and the tables of the import system and of the builtins may not be changed.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BUILT = sorted((ROOT / "jknassist").rglob("*.py"))
HOOKS = sorted((ROOT / "packaging").rglob("*.py"))
OURS = "jknassist"

ALLOWED = {
    "sys.excepthook": "what Python calls for an exception that nobody caught; made to be set",
    "sys.unraisablehook": "the same for an exception in a destructor",
    "sys.last_value": "kept by the interpreter for a debugger; only ever deleted",
    "sys.last_type": "the same",
    "sys.last_traceback": "the same",
    "sys.last_exc": "the same",
    "threading.excepthook": "the same for an exception in a thread",
    "sys.stdout": "a Windows program without a console has none; made to be set",
    "sys.stderr": "the same",
}
"""What of others may be set, by its full name, with the reason."""

TABLES = ("sys.modules", "sys.meta_path", "sys.path_hooks", "sys.path_importer_cache", "builtins")
"""What the import system and every lookup of a name go by: neither set nor changed in place."""

CHANGES = {
    *("append", "clear", "extend", "insert", "pop", "popitem", "remove", "setdefault", "update"),
    *("__setitem__", "__delitem__", "__ior__", "reverse", "sort"),
}


def full_name(node: ast.AST, imported: dict[str, str]) -> str:
    """Return what an expression names, such as sys.modules; empty where it is nothing foreign."""
    if isinstance(node, ast.Name):
        return imported.get(node.id, "")
    if isinstance(node, ast.Attribute):
        owner = full_name(node.value, imported)
        return f"{owner}.{node.attr}" if owner else ""
    if isinstance(node, ast.Subscript):
        return full_name(node.value, imported)
    if isinstance(node, ast.Call) and node.args:
        return _named_by_call(node, imported)
    return ""


def _named_by_call(call: ast.Call, imported: dict[str, str]) -> str:
    """Follow ``vars(thing)``, ``getattr(thing, ...)`` and ``import_module("name")``."""
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name in {"vars", "getattr", "type"}:
        return full_name(call.args[0], imported)
    first = call.args[0]
    if name in {"import_module", "__import__"} and isinstance(first, ast.Constant):
        return "" if str(first.value).split(".")[0] == OURS else str(first.value)
    return ""


def imports_of(tree: ast.AST) -> dict[str, str]:
    """Return by its name in the file what was imported from others, as its full name."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for one in node.names:
                name = one.name if one.asname else one.name.split(".")[0]
                found[one.asname or name] = name
        elif isinstance(node, ast.ImportFrom):
            for one in node.names:
                found[one.asname or one.name] = f"{node.module}.{one.name}"
    foreign = {name: full for name, full in found.items() if full.split(".")[0] != OURS}
    return foreign | {"__builtins__": "builtins"}


def targets_of(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what a statement sets or deletes."""
    if isinstance(node, ast.Assign | ast.Delete):
        pending: list[ast.AST] = list(node.targets)
    elif isinstance(node, ast.AugAssign | ast.AnnAssign | ast.For | ast.NamedExpr):
        pending = [node.target]
    elif isinstance(node, ast.withitem) and node.optional_vars:
        pending = [node.optional_vars]
    else:
        return
    while pending:
        target = pending.pop()
        if isinstance(target, ast.Tuple | ast.List):
            pending.extend(target.elts)
        else:
            yield target.value if isinstance(target, ast.Starred) else target


def set_by_call(call: ast.Call, imported: dict[str, str]) -> str:
    """Return what foreign thing a call sets, or an empty text."""
    function = call.func
    if isinstance(function, ast.Name) and function.id in {"setattr", "delattr"}:
        owner, name = call.args[0], call.args[1]
        label = str(name.value) if isinstance(name, ast.Constant) else "*"
        return f"{found}.{label}" if (found := full_name(owner, imported)) else ""
    if isinstance(function, ast.Attribute):
        if function.attr in {"__setattr__", "__delattr__"} and call.args:
            return full_name(call.args[0], imported)
        owner_name = full_name(function.value, imported)
        if function.attr in CHANGES and _is_table(function.value, owner_name):
            return owner_name
    return ""


def _is_table(owner: ast.AST, name: str) -> bool:
    """Tell whether a mapping or a list decides what names mean: a table, or a foreign namespace."""
    namespace = isinstance(owner, ast.Call) or name.endswith(".__dict__")
    return name.startswith(TABLES) or (bool(name) and namespace)


def set_by_statement(node: ast.AST, imported: dict[str, str]) -> Iterator[str]:
    """Yield the foreign things that a statement sets."""
    for target in targets_of(node):
        name = full_name(target, imported)
        in_table = isinstance(target, ast.Subscript) and _is_table(target.value, name)
        if in_table or (isinstance(target, ast.Attribute) and name):
            yield name


def patches(source: str) -> list[str]:
    """Return what of others a file sets, with its line, but for what is allowed."""
    return [f"{line}: {name}" for line, name in all_set(source) if name not in ALLOWED]


def all_set(source: str) -> list[tuple[int, str]]:
    """Return what of others a file sets, each with its line."""
    tree = ast.parse(source)
    imported = imports_of(tree)
    found: list[tuple[int, str]] = []
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 0)
        found += [(line, name) for name in set_by_statement(node, imported)]
        if isinstance(node, ast.Call) and (name := set_by_call(node, imported)):
            found.append((line, name))
    return found


@pytest.mark.parametrize(
    "file", [*BUILT, *HOOKS], ids=lambda file: file.relative_to(ROOT).as_posix()
)
def test_nothing_of_others_is_replaced(file: Path) -> None:
    assert patches(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "planted",
    [
        # What was in the program once.
        "import enum\nenum.EnumType._create_ = make",
        "import sys\nsys.modules[MAPPING] = late()",
        "import sys\nsys.meta_path.insert(0, StandIn())",
        "import sys\nsys.meta_path[:] = []",
        "import sys\nsys.modules.setdefault('copy', Late('copy'))",
        "import sys\ndel sys.modules['copy']",
        # The same in other words.
        "import sys\nsignature = sys.modules['shiboken']\nsys.modules['shiboken'].get = get",
        "from sys import modules\nmodules['copy'] = late",
        "from enum import EnumType\nEnumType._create_ = make",
        "from PySide6.QtWidgets import QLabel\nQLabel.setText = quick",
        "from PySide6.QtWidgets import QLabel as Label\nLabel.setText, rest = quick, 1",
        "import PySide6.QtWidgets as w\nw.QLabel.setText = quick",
        "import os.path\nos.path.exists = lambda _: True",
        "import json\nsetattr(json, 'dumps', dumps)",
        "import json\nsetattr(json, name, dumps)",
        "import json\ndelattr(json, 'dumps')",
        "import json\nvars(json)['dumps'] = dumps",
        "import json\nvars(json).update(dumps=dumps)",
        "import json\njson.__dict__['dumps'] = dumps",
        "import enum\ntype.__setattr__(enum.Enum, 'name', 1)",
        "from importlib import import_module\nimport_module('json').dumps = dumps",
        "import builtins\nbuiltins.open = ours",
        "__builtins__['open'] = ours",
        "def late():\n    import time\n    time.sleep = lambda _: None",
        "import time\nfor time.sleep in [1]:\n    pass",
        "import time\nwith thing() as time.sleep:\n    pass",
        "import json\njson.dumps += 1",
    ],
)
def test_a_planted_patch_is_found(planted: str) -> None:
    assert patches(planted) != []


@pytest.mark.parametrize(
    "ordinary",
    [
        "import sys\nsys.excepthook = told",
        "import os\nos.environ['QT_QPA_PLATFORM'] = 'offscreen'",
        "import ctypes\nlibrary = ctypes.CDLL('x')\nlibrary.f.restype = None",
        "from PySide6.QtWidgets import QLabel\nlabel = QLabel()\nlabel.kept = 1",
        "from jknassist import terminal\nterminal.told = 1",
        "class Mine:\n    def __init__(self):\n        self.name = 1",
        "import sys\nfound = sys.modules['copy']",
    ],
)
def test_what_is_ordinary_is_let_through(ordinary: str) -> None:
    assert patches(ordinary) == []


def test_nothing_is_allowed_in_vain() -> None:
    used = {
        name for file in (*BUILT, *HOOKS) for _, name in all_set(file.read_text(encoding="utf-8"))
    }
    assert used == ALLOWED.keys()
