from vnplanlint.document.model import Division
from vnplanlint.spans import Span
def divide(text, blocks, quotations):
    return (Division("body", Span(0,len(blocks)), Span(0,len(text))),) if blocks else ()
