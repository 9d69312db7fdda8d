"""Reads text files; whatever keeps one from being read is a diagnostic."""

from __future__ import annotations

from pathlib import Path

from bridgegen.diagnostics import Report
from bridgegen.model import Position


def read_text(
    path: Path, folder: str, report: Report, sources: dict[str, str], wanted_at: Position | None
) -> str | None:
    """The text of ``path``, kept in ``sources``; None, after reporting, when there is none.

    ``wanted_at`` is where the file is asked for.
    """
    shown = f"{folder}/{path.name}" if folder else path.name
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except FileNotFoundError:
        way_out = (
            "create it, or take it off the list"
            if wanted_at
            else "run `bridgegen init`, or name one with --interface"
        )
        report.error("file-missing", f"there is no file {shown}; {way_out}", wanted_at)
    except (IsADirectoryError, NotADirectoryError):
        report.error(
            "file-unreadable",
            f"{shown} is a folder, or stands below a file; a text file was expected",
            wanted_at,
        )
    except UnicodeDecodeError as error:
        report.error(
            "file-encoding",
            f"{shown} is not UTF-8 text (byte {error.start + 1}); save it as UTF-8",
            wanted_at,
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        report.error("file-unreadable", f"{shown} cannot be read: {reason}", wanted_at)
    else:
        sources[shown] = text
        return text
    return None
