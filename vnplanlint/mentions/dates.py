def find_dates(text): return []
