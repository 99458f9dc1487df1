def find_counts(text): return []
