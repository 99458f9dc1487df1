"""What need not be reported: marked in the text as right, or known from before.

``fingerprints`` tells a finding again after the text has moved; ``comments`` reads the marks in
a text, ``silencing`` applies them; ``baseline`` keeps the findings of a repository that are known.
"""
