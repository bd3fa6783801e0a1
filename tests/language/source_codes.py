"""Finds in the source every code that a sentence must exist for, with the values given to it.

Looked at: calls of the functions below, and of every function that hands on one of its own
parameters to them as the code. A code may be a literal, a choice between literals, a variable or
loop variable with literals, or looked up in a table of literals of its module.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The function and the place of the code among its arguments.
FIRST_TAKERS = {
    "refusal": 0,
    "refusal_to_write": 0,
    "warning": 0,
    "refused": 0,
    "ParseError": 0,
    "sentence": 0,
    "line_problem": 2,
}
# Given to the function, not to the sentence.
NOT_VALUES = frozenset({"field", "language"})

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


class Module:
    """One source file, with the function around each call."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self.calls: list[tuple[ast.Call, FunctionNode | None]] = []
        self._visit(self.tree, None)

    def _visit(self, node: ast.AST, function: FunctionNode | None) -> None:
        if isinstance(node, ast.Call):
            self.calls.append((node, function))
        inner = node if isinstance(node, FunctionNode) else function
        for child in ast.iter_child_nodes(node):
            self._visit(child, inner)

    def dict_keys(self, name: str) -> set[str]:
        """The keys of every dict literal that any variable of that name holds."""
        keys: set[str] = set()
        for target, value in _assignments(self.tree):
            if name in _names(target) and isinstance(value, ast.Dict):
                keys |= _literal_keys(value)
        return keys

    def strings(  # noqa: PLR0911 - one a form
        self, node: ast.expr, function: FunctionNode | None
    ) -> set[str]:
        """The literals that an expression may be."""
        match node:
            case ast.Constant(value=str() as text):
                return {text}
            case ast.IfExp(body=body, orelse=orelse):
                return self.strings(body, function) | self.strings(orelse, function)
            case ast.BoolOp(values=values):
                return set().union(*(self.strings(each, function) for each in values))
            case ast.Name(id=name):
                return self._held(name, function)
            case ast.Subscript(value=ast.Name(id=name)):
                return self._table(name)
            case ast.Call(func=ast.Attribute(attr="get", value=ast.Name(id=name))):
                return self._table(name)
            case _:
                return set()

    def _held(self, name: str, function: FunctionNode | None) -> set[str]:
        found: set[str] = set()
        for target, value in _assignments(function or self.tree):
            if isinstance(target, ast.Name) and target.id == name:
                found |= self.strings(value, None)
            elif isinstance(target, ast.Tuple):
                place = [isinstance(each, ast.Name) and each.id == name for each in target.elts]
                for row in ast.walk(value):
                    if True in place and isinstance(row, ast.Tuple) and len(row.elts) == len(place):
                        found |= self.strings(row.elts[place.index(True)], None)
        return found

    def _table(self, name: str) -> set[str]:
        return {
            text
            for target, value in _assignments(self.tree)
            if name in _names(target) and isinstance(value, ast.Dict)
            for each in value.values
            for text in self.strings(each, None)
        }


def source_codes(package: Path) -> dict[str, set[str]]:
    """Every code said anywhere in the package, with the names of the values given to it."""
    modules = [Module(path) for path in sorted(package.rglob("*.py"))]
    takers = dict(FIRST_TAKERS)
    handed_on: dict[str, set[str]] = defaultdict(set)
    while True:
        known = dict(takers)
        for module in modules:
            for call, function in module.calls:
                _note_taker(module, call, function, takers, handed_on)
        if takers == known:
            break
    codes: dict[str, set[str]] = defaultdict(set)
    for module in modules:
        for call, function in module.calls:
            name = _called(call)
            code = _code_argument(call, takers[name]) if name in takers else None
            if code is not None:
                for text in module.strings(code, function):
                    codes[text] |= _values(module, call) | handed_on[name]
    return dict(codes)


def _note_taker(
    module: Module,
    call: ast.Call,
    function: FunctionNode | None,
    takers: dict[str, int],
    handed_on: dict[str, set[str]],
) -> None:
    name = _called(call)
    if function is None or name not in takers:
        return
    code = _code_argument(call, takers[name])
    if not isinstance(code, ast.Name):
        return
    parameters = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
    if parameters[:1] in (["self"], ["cls"]):
        del parameters[0]
    # A constructor or a function called `message` elsewhere is not to be taken for one of these.
    if code.id in parameters and function.name != "__init__":
        takers.setdefault(function.name, parameters.index(code.id))
        handed_on[function.name] |= _values(module, call) | handed_on[name]


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr="warning" | "refusal"):
            return ""  # a logger, a message box
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _code_argument(call: ast.Call, place: int) -> ast.expr | None:
    for keyword in call.keywords:
        if keyword.arg == "code":
            return keyword.value
    return call.args[place] if len(call.args) > place else None


def _values(module: Module, call: ast.Call) -> set[str]:
    names: set[str] = set()
    for keyword in call.keywords:
        if keyword.arg is not None:
            names.add(keyword.arg)
        elif isinstance(keyword.value, ast.Name):
            names |= module.dict_keys(keyword.value.id)
    for argument in call.args:
        if isinstance(argument, ast.Dict):
            names |= _literal_keys(argument)
        elif isinstance(argument, ast.Name):
            names |= module.dict_keys(argument.id)
    return names - NOT_VALUES


def _assignments(tree: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    yield target, value
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                yield target, value
            case ast.For(target=target, iter=value):
                yield target, value
            case _:
                pass


def _names(target: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(target) if isinstance(node, ast.Name)}


def _literal_keys(node: ast.Dict) -> set[str]:
    constants = [key.value for key in node.keys if isinstance(key, ast.Constant)]
    return {value for value in constants if isinstance(value, str)}
