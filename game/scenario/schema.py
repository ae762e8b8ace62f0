"""The JSON Schema of a scenario file, by which an editor helps whoever writes one."""

import json
from typing import Any

from game.scenario.models import ScenarioFile

SCHEMA_FILE = "scenario.schema.json"


def schema() -> dict[str, Any]:
    """The schema, generated from the models; draft 7, which editors know best."""
    generated = _tidy(ScenarioFile.model_json_schema(mode="validation"))
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": "Piramide scenario", **generated}


def schema_text() -> str:
    """The schema as the text of ``scenarios/scenario.schema.json``."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def _tidy(part: Any) -> Any:
    """Without what is generated but helps nobody: titles that repeat a name, and fields left empty."""
    if isinstance(part, list):
        return [_tidy(item) for item in part]
    if not isinstance(part, dict):
        return part
    options = [option for option in part.get("anyOf", ()) if option != {"type": "null"}]
    if len(options) == 1:
        part = {**options[0], **{key: value for key, value in part.items() if key != "anyOf"}}
    tidied = {
        key: {name: _tidy(item) for name, item in value.items()}
        if key in {"properties", "$defs"}
        else _tidy(value)
        for key, value in part.items()
        if key not in {"title", "discriminator"} and not (key == "default" and value is None)
    }
    numbered = isinstance(tidied.get("additionalProperties"), dict) and "propertyNames" not in tidied
    return {**tidied, "propertyNames": {"pattern": "^[2-6]$"}} if numbered else tidied
