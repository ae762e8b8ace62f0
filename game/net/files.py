"""The files of the page, as they are sent."""

from collections.abc import Mapping
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from game.net.guards import HEADERS, content_policy
from game.net.site import Resource

_PIECE: Final = 32 * 1024  # bytes


class Files:
    """Whatever is in the manifest, and nothing else."""

    def __init__(self, manifest: Mapping[str, Resource]) -> None:
        self._manifest = manifest

    async def answer(self, request: Request) -> Response:
        """A file, or that the browser has it already."""
        found = self._manifest.get(request.url.path)
        if found is None:
            return PlainTextResponse("not found", 404, HEADERS)
        headers = {
            **HEADERS,
            "Content-Security-Policy": content_policy(request.headers["host"]),
            "Cache-Control": "no-cache",
            "ETag": found.tag,
        }
        if request.headers.get("if-none-match") == found.tag:
            return Response(None, 304, headers)
        return _InPieces(found.body, 200, headers, found.media_type)


class _InPieces(Response):
    """A response of which a connection holds little at a time, and which is done when it was taken.

    In one piece the whole of it would be copied for every reader who takes nothing.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        for start in range(0, len(self.body), _PIECE):
            piece = self.body[start : start + _PIECE]
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})
