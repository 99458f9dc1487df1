def find_anniversaries(text,dates,ranges): return []
