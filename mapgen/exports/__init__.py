"""Everything that a teacher takes along, as files of one folder."""
