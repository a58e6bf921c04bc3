"""Templates compiled for one language: their sentences are translated when they are compiled, and calls are plain ones.

A page has some sixty sentences, names and calls, and a site tens of thousands of pages, so what Jinja does for each of
them when a page is rendered is what publishing takes. Nothing that a template shows or may do becomes another one.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator, MutableMapping
from types import CodeType
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

_GAP = re.compile(r"%\((\w+)\)s|%(%)")
_UNSAFE = re.compile("[&<>'\"]")
_TRANSLATING = frozenset({"_", "gettext", "ngettext"})


class TranslatedTemplate(Template):
    """A template whose macros are read once: every template of an environment is given the same globals."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return self._module or super()._get_default_module(ctx)


class TranslatedEnvironment(Environment):
    """Templates with the sentences of one catalog put in; a template that was read is kept as it is."""

    template_class = TranslatedTemplate

    def __init__(self, catalog: gettext.NullTranslations, **options: Any) -> None:
        super().__init__(extensions=["jinja2.ext.i18n"], auto_reload=False, **options)
        self.install_gettext_translations(catalog, newstyle=True)  # type: ignore[attr-defined]
        self.code_generator_class = _PlainCalls
        self._sentences = _Sentences(catalog)
        self._read: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's own name
    ) -> Template:
        """Return a template by its name, read and compiled once."""
        if not isinstance(name, str) or globals:
            return super().get_template(name, parent, globals)
        if name not in self._read:
            self._read[name] = super().get_template(name)
        return self._read[name]

    def compile(self, source: str | nodes.Template, *told: Any, **more: Any) -> CodeType:  # type: ignore[override]
        """Return the code of a template in which every sentence is already translated."""
        parsed = self.parse(source, *told[:2]) if isinstance(source, str) else source
        code: CodeType = super().compile(self._sentences.visit(parsed), *told, **more)
        return code


class _Sentences(NodeTransformer):
    """Puts translations in the place of the calls that ask for one; plural forms are still chosen by their number."""

    def __init__(self, catalog: gettext.NullTranslations) -> None:
        self._catalog = catalog

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 - Jinja's name
        """Lay the pieces of a sentence out among what stands around it, so that they become one text with it."""
        self.generic_visit(node)
        laid = [piece for child in node.nodes for piece in _laid_out(child)]
        return nodes.Output(laid, lineno=node.lineno)

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:  # noqa: N802 - Jinja's name
        """Return the translated sentence, its gaps filled, where the sentence is known."""
        self.generic_visit(node)
        asked = isinstance(node.node, nodes.Name) and node.node.name in ("_", "gettext")
        if not asked or len(node.args) != 1 or not isinstance(node.args[0], nodes.Const):
            return node
        gaps = {one.key: one.value for one in node.kwargs}
        pieces = list(_pieces(self._catalog.gettext(node.args[0].value), gaps))
        whole = all(isinstance(piece, nodes.Const) for piece in pieces)
        said = "".join(piece.value for piece in pieces if isinstance(piece, nodes.Const))
        return nodes.Const(Markup(said)) if whole else nodes.Concat(pieces)  # noqa: S704 - of our own catalog


def _pieces(sentence: str, gaps: dict[str, nodes.Expr]) -> Iterator[nodes.Expr]:
    """Yield the words of a sentence, which are markup, and between them what fills its gaps, which is escaped."""
    at = 0
    for found in _GAP.finditer(sentence):
        words = sentence[at : found.start()] + (found[2] or "")
        if words:
            yield nodes.Const(Markup(words))  # noqa: S704 - of our own catalog
        if found[1]:
            yield gaps[found[1]]
        at = found.end()
    if at < len(sentence) or not at:
        yield nodes.Const(Markup(sentence[at:]))  # noqa: S704 - of our own catalog


def _laid_out(child: nodes.Expr) -> list[nodes.Expr]:
    return child.nodes if isinstance(child, nodes.Concat) else [child]


class _PlainCalls(CodeGenerator):
    """Writes calls, attributes and escaping as Python has them, where the templates need no more."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """Name what escapes, and write the template."""
        self.writeline(f"from {__name__} import escaped")
        super().visit_Template(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 - Jinja's name
        """Write a plain call; those that translate are told where they stand."""
        translating = isinstance(node.node, nodes.Name) and node.node.name in _TRANSLATING
        if forward_caller or translating or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("escaped(")


def escaped(value: object) -> str:
    """Return what a template shows, safe to stand in HTML: markup as it is, everything else escaped."""
    if type(value) is str:
        return escape(value) if _UNSAFE.search(value) else value
    return value if type(value) is Markup else escape(value)
