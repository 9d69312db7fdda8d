"""``python -m llmspell_runtime`` is the command ``llmspell``."""

from llmspell_runtime.cli import main

if __name__ == "__main__":
    main()
