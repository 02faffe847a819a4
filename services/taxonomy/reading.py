"""Rows of a file one by one, with the lines they stand on; what cannot be read is a problem."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

_NOT_UTF8 = re.compile("[\udc80-\udcff]")  # where Python keeps bytes that are not UTF-8
_LONGEST_CELL = 4_000_000  # characters; the list of all concepts in conceptSchemes has 1.1 million
KNOWN_ENDINGS = (".csv", ".nt")


class FileError(Exception):
    """A file that cannot be used at all; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a file: at ``line`` (0: with the file as a whole)."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        """As shown to who imports."""
        return f"{self.file}, line {self.line}: {self.what}" if self.line else self.what_of_file

    @property
    def what_of_file(self) -> str:
        """A problem with all of the file."""
        return f"{self.file}: {self.what}"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, also one inside a ZIP; ``size`` in bytes, unpacked."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]


def sources(path: Path) -> Iterator[Source]:
    """The CSV and N-Triples files of a file, a folder or a ZIP; FileError when there is none."""
    if path.is_dir():
        found = [source for each in sorted(path.iterdir()) for source in _source(each)]
    elif path.is_file():
        found = list(_source(path))
    else:
        raise FileError(f"{path} does not exist")
    if not found:
        raise FileError(f"{path}: no file here that ends in {' or '.join(KNOWN_ENDINGS)}")
    yield from found


def _source(path: Path) -> Iterator[Source]:
    if path.suffix.lower() in KNOWN_ENDINGS:
        yield Source(path.name, path.stat().st_size, lambda: path.open("rb"))
    elif path.suffix.lower() == ".zip":
        try:
            inside = zipfile.ZipFile(path).infolist()
        except zipfile.BadZipFile:
            raise FileError(f"{path} is not a ZIP file") from None
        for info in inside:
            if Path(info.filename).suffix.lower() in KNOWN_ENDINGS:
                packed = partial(_packed, path, info.filename)
                yield Source(Path(info.filename).name, info.file_size, packed)


def _packed(path: Path, name: str) -> IO[bytes]:
    return zipfile.ZipFile(path).open(name)  # closing it closes the ZIP as well


class _Counted(io.RawIOBase):
    """Bytes on their way, counted for the progress."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source, self.seen = source, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        taken = self._source.read(len(buffer))
        buffer[: len(taken)] = taken
        self.seen += len(taken)
        return len(taken)

    def close(self) -> None:
        self._source.close()
        super().close()


@contextmanager
def lines(source: Source) -> Iterator[tuple[io.TextIOWrapper, _Counted]]:
    """The text of a file: UTF-8 with or without a mark in front, or UTF-16 with one."""
    with source.open() as probe:
        start = probe.read(2)
    coding = "utf-16" if start in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    counted = _Counted(source.open())
    with io.TextIOWrapper(
        io.BufferedReader(counted, 1 << 16), coding, errors="surrogateescape", newline=""
    ) as text:
        yield text, counted


def check(text: str) -> None:
    """ValueError for a text with bytes that are not UTF-8, or with NUL characters."""
    if _NOT_UTF8.search(text):
        raise ValueError("not UTF-8 (save the file as UTF-8, or take the original download)")
    if "\0" in text:
        raise ValueError("holds NUL characters")


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


class Rows:
    """The rows of a CSV file as (line they begin on, cells by column), or the problem there."""

    def __init__(self, name: str, text: io.TextIOWrapper) -> None:
        csv.field_size_limit(_LONGEST_CELL)
        header = text.readline()
        try:
            check(header)
            self.columns = next(csv.reader([header], delimiter=_delimiter(header)))
        except (ValueError, StopIteration, csv.Error):
            self.columns = []
        if not any(self.columns):
            raise FileError(f"{name}: the first line holds no columns that can be read")
        self._name = name
        self.ragged = False  # whether a row may leave out its last cells
        self._cells = csv.reader(text, delimiter=_delimiter(header))

    def __iter__(self) -> Iterator[tuple[int, dict[str, str] | Problem]]:
        last = 0
        while True:
            line = last + 2  # the header is line 1
            try:
                cells = next(self._cells)
            except StopIteration:
                return
            except csv.Error as wrong:
                yield line, Problem(self._name, line, str(wrong))
                last = self._cells.line_num
                continue
            last = self._cells.line_num
            if cells:
                yield line, self._row(line, last + 1, cells)

    def _row(self, line: int, end: int, cells: list[str]) -> dict[str, str] | Problem:
        if self.ragged:
            cells += [""] * (len(self.columns) - len(cells))
        if len(cells) != len(self.columns):
            till = f", up to line {end} (an open quote?)" if end > line + 20 else ""
            what = f"{len(cells)} cells where the table has {len(self.columns)}{till}"
            return Problem(self._name, line, what)
        try:
            check("".join(cells))
        except ValueError as wrong:
            return Problem(self._name, line, str(wrong))
        return dict(zip(self.columns, cells, strict=True))
