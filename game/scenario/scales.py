"""Whole numbers of a scenario file, each with its limits."""

from typing import Annotated

from pydantic import Field

Week = Annotated[int, Field(ge=1, le=12)]
UnlockWeek = Annotated[int, Field(ge=1, le=99)]
Track = Annotated[int, Field(ge=0, le=10)]
Hours = Annotated[int, Field(ge=1, le=8)]
Seats = Annotated[int, Field(ge=2, le=6)]
Level = Annotated[int, Field(ge=0, le=5)]
FromLevel = Annotated[int, Field(ge=0, le=4)]
Tokens = Annotated[int, Field(ge=0, le=30)]
Some = Annotated[int, Field(ge=1, le=30)]
Change = Annotated[int, Field(ge=-10, le=10)]
Bound = Annotated[int, Field(ge=0, le=9999)]
Threshold = Annotated[int, Field(ge=1, le=9999)]
