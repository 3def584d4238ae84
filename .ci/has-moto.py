"""Prints the path of the Python that runs this, if it has the moto of requirements.txt and what moto's server needs; fails otherwise."""
import importlib.metadata
import importlib.util
import pathlib
import sys

required = pathlib.Path(__file__).with_name("requirements.txt").read_text().split()
has = f"moto[server]=={importlib.metadata.version('moto')}" in required
serves = all(importlib.util.find_spec(module) for module in ("flask", "flask_cors"))
sys.exit(print(sys.executable) if has and serves else 1)
