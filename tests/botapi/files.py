"""The files the bot has sent or was sent."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from tests.botapi.refusal import Upload, bad

Json = dict[str, Any]

LARGEST_DOWNLOAD = 20 * 2**20


@dataclass(frozen=True)
class StoredFile:
    """A file with the identifiers that the Bot API gives it."""

    file_id: str
    file_path: str
    content: bytes

    def as_json(self) -> Json:
        """Give the File object."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.file_id[-12:],
            "file_size": len(self.content),
            "file_path": self.file_path,
        }


class Files:
    """All files by identifier and by path."""

    def __init__(self) -> None:
        self.by_id: dict[str, StoredFile] = {}
        self.by_path: dict[str, StoredFile] = {}

    def put(self, content: bytes, kind: str, name: str = "") -> StoredFile:
        """Keep a file of a kind ("photo", "voice", "document")."""
        digest = hashlib.sha256(content).hexdigest()[:12]
        number = len(self.by_id) + 1
        ending = (
            name.rpartition(".")[2]
            if "." in name
            else {"photo": "jpg", "voice": "oga"}.get(kind, "bin")
        )
        stored = StoredFile(
            f"AgAC{kind}{number}-{digest}", f"{kind}s/file_{number}.{ending}", content
        )
        self.by_id[stored.file_id] = stored
        self.by_path[stored.file_path] = stored
        return stored

    def get(self, file_id: str) -> Json:
        """Answer getFile; refuse (400) what is unknown or over 20 MiB."""
        stored = self.by_id.get(file_id)
        if stored is None:
            raise bad("invalid file_id")
        if len(stored.content) > LARGEST_DOWNLOAD:
            raise bad("file is too big")
        return stored.as_json()

    def take(self, given: Upload | str, kind: str) -> StoredFile:
        """Give the file that a call brings, names by its identifier, or by an address."""
        if isinstance(given, Upload):
            return self.put(given.content, kind, given.name)
        if given in self.by_id:
            return self.by_id[given]
        if given.startswith(("http://", "https://")):
            return self.put(given.encode(), kind, given)
        raise bad("wrong file identifier/HTTP URL specified")
