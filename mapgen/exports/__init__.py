"""Everything that a teacher takes along, as files of one folder.

This module stays light: the command line asks it for the kinds before it knows whether the rest,
which brings the page with it, is needed.
"""

KINDS = ("page", "data", "packages", "pictures")
"""What can be asked for alone; each is an exporter of ``mapgen.exports.folder``."""
