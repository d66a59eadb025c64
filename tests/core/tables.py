"""Every table of the code: all modules that keep records are imported, of a subject still to come as well."""

from importlib import import_module
from pkgutil import walk_packages

import planning
from planning.core.database import metadata as metadata

for module in walk_packages(planning.__path__, "planning."):
    if module.name.endswith(("records", ".people")):
        import_module(module.name)
