"""The C surface: headers, the sources behind them, and conformance programs."""
