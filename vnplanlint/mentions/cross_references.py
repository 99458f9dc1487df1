def find_cross_references(text): return []
