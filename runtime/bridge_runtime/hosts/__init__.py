"""Script hosts: other languages' engines inside this process, with the same API as everywhere."""
