"""Reading the parameters of a call from an HTTP request."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web
from aiohttp.web_request import FileField

from tests.botapi.refusal import RefusalError, Upload, bad

Json = dict[str, Any]


async def read_params(request: web.BaseRequest) -> Json:
    """Give the parameters of the query and the body: JSON, urlencoded or multipart."""
    params: Json = dict(request.query) if request.query_string else {}
    kind = request.content_type
    if not request.body_exists:
        return params
    if kind == "application/json":
        params.update(_json(await _read(request)))
    elif kind == "application/x-www-form-urlencoded":
        params.update(parse_qsl((await _read(request)).decode(), keep_blank_values=True))
    elif kind == "multipart/form-data":
        params.update(await _multipart(request))
    return params


async def _read(request: web.BaseRequest) -> bytes:
    try:
        return await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise RefusalError(413) from None


def _json(body: bytes) -> Json:
    try:
        found = json.loads(body or b"{}")
    except ValueError:
        raise bad("can't parse JSON object") from None
    if not isinstance(found, dict):
        raise bad("expected a JSON object")
    return found


async def _multipart(request: web.BaseRequest) -> Json:
    params: Json = {}
    for name, value in (await request.post()).items():
        if isinstance(value, FileField):
            mime = value.content_type or "application/octet-stream"
            params[name] = Upload(value.filename, value.file.read(), mime)
            value.file.close()
        else:
            params[name] = value
    # A field may name a file of another part: "attach://photo".
    for name, value in list(params.items()):
        if isinstance(value, str) and value.startswith("attach://"):
            upload = params.pop(value.removeprefix("attach://"), None)
            if upload is None:
                raise bad(f"there is no file {value} in the request")
            params[name] = upload
    return params
