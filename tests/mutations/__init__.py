"""One mistake at a time, put into clean plans at every place where it fits.

Places are found with the patterns of this package alone, so that what the tool
fails to read is missed loudly instead of never being asked.
"""
