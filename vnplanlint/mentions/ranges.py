def find_ranges(text,dates): return []
