"""Types and limits: what pydantic finds wrong, said with our own codes at the right place."""

from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from game.scenario.findings import Path
from game.scenario.reading import Document, Plain
from game.scenario.spots import Report, Spot, nearest, some
from game.scenario.texts import tidy
from game.words.catalogue import LANGUAGES

Shape = TypeVar("Shape", bound=BaseModel)

_CODES = {
    "missing": "missing_field",
    "extra_forbidden": "unknown_field",
    "string_type": "expected_text",
    "string_pattern_mismatch": "bad_id",
    "string_too_short": "empty_text",
    "string_too_long": "text_too_long",
    "int_type": "expected_whole_number",
    "int_from_float": "expected_whole_number",
    "float_type": "expected_number",
    "finite_number": "expected_number",
    "bool_type": "expected_true_or_false",
    "literal_error": "not_in_list",
    "greater_than_equal": "too_small",
    "less_than_equal": "too_large",
    "tuple_type": "expected_list",
    "model_type": "expected_mapping",
    "model_attributes_type": "expected_mapping",
    "dict_type": "expected_mapping",
    "too_short": "too_few",
    "too_long": "too_many",
    "union_tag_not_found": "missing_field",
    "union_tag_invalid": "not_in_list",
}


def validate(shape: type[Shape], document: Document, report: Report) -> Shape | None:
    """The file as a ``shape``; or None, and everything that is wrong with it in ``report``."""
    try:
        return shape.model_validate(document.values)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _translate(detail["type"], detail["loc"], detail.get("ctx", {}), document, report, shape)
        return None


def _walk(location: Path, values: Plain) -> tuple[Path, Plain, Path]:
    """Follow pydantic's location through the values: path, value there, and what could not be followed.

    A location also names the member of a union (the kind of an effect) and ends in ``[key]`` for keys:
    those are no places.
    """
    path: Path = ()
    rest: Path = ()
    tagged = False
    for step in location:
        if tagged and isinstance(values, dict) and values.get("kind") == step:
            tagged = False
            continue
        inner = Spot(values, path)
        found = next((item for item in inner if item.path[-1] == step), None)
        if isinstance(values, dict) and step in values:
            values, path, rest = values[step], (*path, step), ()
        elif found is not None:
            values, path, rest = found.value, found.path, ()
        else:
            rest = (*rest, step)
        tagged = len(path) > 1 and path[-2] == "effects"
    return path, values, rest


def _translate(
    kind: str,
    location: Path,
    context: dict[str, Any],
    document: Document,
    report: Report,
    shape: type[BaseModel],
) -> None:
    path, value, rest = _walk(location, document.values)
    code = _CODES[kind]  # a type that is not here is a bug
    if rest and rest[-1] == "[key]":
        if code == "not_in_list":
            return _not_in_list(path, path[-1], context, report, key=True)
        return report.add("not_departments", path, key=True, key_name=str(path[-1]))
    match code:
        case "missing_field":
            name = "kind" if kind == "union_tag_not_found" else str(location[-1])
            if name in LANGUAGES and isinstance(value, dict):
                return report.add("missing_translation", path, language_name=name)
            return report.add(code, path, field=name)
        case "unknown_field":
            return _unknown_field(path, location, report, shape)
        case "not_in_list":
            if kind == "union_tag_invalid":
                path, value = (*path, "kind"), value["kind"] if isinstance(value, dict) else None
            return _not_in_list(path, value, context, report)
        case "text_too_long":
            length = len(tidy(value)) if isinstance(value, str) else 0
            return report.add(code, path, limit=context["max_length"], length=length)
        case "too_few" | "too_many":
            limit = context["min_length" if code == "too_few" else "max_length"]
            actual = len(value) if isinstance(value, tuple | dict) else context["actual_length"]
            if code == "too_few" and actual >= limit:
                return None  # pydantic leaves broken items out of its count
            return report.add(code, path, limit=limit, actual=actual)
        case "too_small":
            return report.add(code, path, limit=_short(context["ge"]))
        case "too_large":
            return report.add(code, path, limit=_short(context["le"]))
        case _:
            return report.add(code, path)


def _short(number: float) -> str:
    return f"{number:g}"


def _unknown_field(path: Path, location: Path, report: Report, shape: type[BaseModel]) -> None:
    name = str(path[-1])
    fields = _fields(shape, location[:-1])
    near = nearest(name, fields)
    report.add("unknown_field", path, key=True, fix=near, field=name, near=near, known=some(fields))


def _not_in_list(
    path: Path, value: Plain, context: dict[str, Any], report: Report, *, key: bool = False
) -> None:
    wanted = str(context.get("expected") or context.get("expected_tags"))
    allowed = [word for word in wanted.replace(" or ", ", ").replace("'", "").split(", ") if word]
    near = nearest(value, allowed) if isinstance(value, str) else None
    if path == ("piramide",):
        return report.add("wrong_version", path)
    shown = "true" if allowed == ["True"] else ", ".join(allowed)
    return report.add("not_in_list", path, key=key, fix=near, value=_shown(value), allowed=shown, near=near)


def _shown(value: Plain) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case str() | int() | float():
            text = str(value)
            return text if len(text) <= 40 else text[:39] + "…"
        case _:
            return "…"


def _fields(shape: type[BaseModel], location: Path) -> list[str]:
    """The names of the fields that belong at ``location``, looked up in the models."""
    models: list[type[BaseModel]] = [shape]
    for step in location:
        if not isinstance(step, str):
            continue
        inner = [
            found
            for model in models
            if step in model.model_fields
            for found in _models_in(model.model_fields[step].annotation)
        ]
        tagged = [model for model in models if step in _tags(model)]
        models = inner or tagged or models
    return sorted({name for model in models for name in model.model_fields})


def _models_in(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for argument in get_args(annotation) for found in _models_in(argument)]


def _tags(model: type[BaseModel]) -> tuple[object, ...]:
    return get_args(model.model_fields["kind"].annotation) if "kind" in model.model_fields else ()
