def find_references(text,dates,facts): return []
