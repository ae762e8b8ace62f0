"""The big screen; the only room that imports pygame."""
