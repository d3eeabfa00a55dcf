"""The PostgreSQL database of the engines' tests, for commands that publish and read there."""

from __future__ import annotations

from tests.engine.conftest import postgres_url

__all__ = ["postgres_url"]
