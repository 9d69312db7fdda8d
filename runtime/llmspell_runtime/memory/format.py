"""The database that memory lives in: its tables, and how those of older files become them."""

from __future__ import annotations

import json
from typing import Final

from llmspell_runtime.memory import text_index
from llmspell_runtime.memory.entries import Entry
from llmspell_runtime.storage.sqlite import Database, Format

APPLICATION_ID: Final = 0x6C6C6D73
"""Marks our files among all SQLite files: "llms"."""

_SPACES: Final = (
    # What a space holds is counted by triggers, so that storing need not count it.
    """CREATE TABLE space (
        id INTEGER PRIMARY KEY, scope TEXT NOT NULL, owner TEXT NOT NULL,
        entries INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL DEFAULT 0,
        model TEXT, dimensions INTEGER,
        UNIQUE (scope, owner)
    )""",
    # The ids of entries name rows of the indexes, and are never given again.
    """CREATE TABLE entry (
        id INTEGER PRIMARY KEY AUTOINCREMENT, space INTEGER NOT NULL REFERENCES space, key TEXT NOT NULL,
        value TEXT NOT NULL, tags TEXT NOT NULL, metadata TEXT NOT NULL,
        size INTEGER NOT NULL, expires_at REAL, embedded INTEGER NOT NULL DEFAULT 0,
        UNIQUE (space, key)
    )""",
    "CREATE INDEX entry_expires ON entry (space, expires_at) WHERE expires_at IS NOT NULL",
    "CREATE INDEX entry_embedded ON entry (space, embedded)",
    """CREATE TABLE tag (
        space INTEGER NOT NULL, tag TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (space, tag, entry)
    ) WITHOUT ROWID""",
    "CREATE INDEX tag_entry ON tag (entry)",
    text_index.TABLE,
    """CREATE TRIGGER entry_added AFTER INSERT ON entry BEGIN
        UPDATE space SET entries = entries + 1, bytes = bytes + new.size WHERE id = new.space;
    END""",
    """CREATE TRIGGER entry_replaced AFTER UPDATE OF size ON entry BEGIN
        UPDATE space SET bytes = bytes + new.size - old.size WHERE id = new.space;
    END""",
    """CREATE TRIGGER entry_removed AFTER DELETE ON entry BEGIN
        UPDATE space SET entries = entries - 1, bytes = bytes - old.size WHERE id = old.space;
        DELETE FROM tag WHERE entry = old.id;
        DELETE FROM word WHERE rowid = old.id;
    END""",
)
_CONVERSATIONS: Final = (
    """CREATE TABLE conversation (
        id INTEGER PRIMARY KEY, scope TEXT NOT NULL, owner TEXT NOT NULL, name TEXT NOT NULL,
        prompt TEXT, prompt_tokens INTEGER NOT NULL DEFAULT 0,
        summary TEXT, summary_tokens INTEGER NOT NULL DEFAULT 0,
        dropped INTEGER NOT NULL DEFAULT 0, summarized INTEGER NOT NULL DEFAULT 0,
        UNIQUE (scope, owner, name)
    )""",
    """CREATE TABLE message (
        id INTEGER PRIMARY KEY AUTOINCREMENT, conversation INTEGER NOT NULL REFERENCES conversation,
        message TEXT NOT NULL, tokens INTEGER NOT NULL
    )""",
    "CREATE INDEX message_conversation ON message (conversation, id)",
)


def space_id(database: Database, scope: str, owner: str) -> int | None:
    """The number of a space; None when nothing was ever kept in it."""
    rows = database.run("SELECT id FROM space WHERE scope = ? AND owner = ?", (scope, owner))
    return rows[0][0] if rows else None


def made_space_id(database: Database, scope: str, owner: str) -> int:
    """The number of a space, which is made when it is missing; within a transaction."""
    found = space_id(database, scope, owner)
    if found is None:
        [(found,)] = database.run(
            "INSERT INTO space (scope, owner) VALUES (?, ?) RETURNING id", (scope, owner)
        )
    return found


def insert(database: Database, space: int, entry: Entry) -> None:
    """Write an entry whose key the space does not have, and index it; within a transaction."""
    [(id,)] = database.run(
        "INSERT INTO entry (space, key, value, tags, metadata, size, expires_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (space, entry.key, entry.text, json.dumps(entry.tags), entry.metadata, entry.size, entry.expires_at),
    )
    describe(database, space, id, entry)


def describe(database: Database, space: int, id: int, entry: Entry) -> None:
    """Write the tags and the words of an entry that has none of them yet; within a transaction."""
    for tag in set(entry.tags):
        database.run("INSERT INTO tag (space, tag, entry) VALUES (?, ?, ?)", (space, tag, id))
    text_index.add(database, space, id, entry)


def _with_indexes(database: Database) -> None:
    """From version 1, one table without an index, to version 2.

    What sessions without a name had kept under their scope is global now, where they look for it;
    unless something global has the key.
    """
    database.run("ALTER TABLE entry RENAME TO entry_1")
    for statement in (*_SPACES, *_CONVERSATIONS):
        database.run(statement)
    database.run("UPDATE OR IGNORE entry_1 SET scope = 'global' WHERE scope = 'session' AND owner = ''")
    columns = "scope, owner, key, value, tags, metadata, expires_at"
    for scope, owner, key, value, tags, metadata, expires_at in database.run(
        f"SELECT {columns} FROM entry_1"
    ):
        entry = Entry(key, value, tuple(json.loads(tags)), metadata, expires_at)
        insert(database, made_space_id(database, scope, owner), entry)
    database.run("DROP TABLE entry_1")


def _with_all_scripts(database: Database) -> None:
    """From version 2, which cut words at the vowel signs of Hindi, Thai or Arabic and knew no emoji, to version 3."""
    last = 0
    while rows := database.run(
        "SELECT id, space, key, value, tags, metadata FROM entry WHERE id > ? ORDER BY id LIMIT 1000", (last,)
    ):
        for id, space, key, value, tags, metadata in rows:
            entry = Entry(key, value, tuple(json.loads(tags)), metadata)
            if not f"{key}{value}{''.join(entry.tags)}".isascii():
                text_index.remove(database, id)
                text_index.add(database, space, id, entry)
        last = rows[-1][0]


FORMAT: Final = Format(
    APPLICATION_ID, 3, (*_SPACES, *_CONVERSATIONS), {1: _with_indexes, 2: _with_all_scripts}
)
