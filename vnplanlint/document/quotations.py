def find_quotations(text, blocks): return ()
