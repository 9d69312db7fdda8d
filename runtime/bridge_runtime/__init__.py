"""What every generated SDK needs at run time, whatever its interface; it names no bridge."""
