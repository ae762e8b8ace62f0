"""The language of whoever sits at the keyboard."""

import os

from game.words.catalogue import Language


def usual_language() -> Language:
    """Dutch where the surroundings say so (LC_ALL, LC_MESSAGES, LANG), else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "nl" if value.lower().startswith("nl") else "en"
    return "en"
