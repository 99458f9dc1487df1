from vnplanlint.document.model import Outline
def build_outline(text, blocks, divisions, quotations, components): return Outline()
