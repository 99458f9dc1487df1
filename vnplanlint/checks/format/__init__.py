"""Format (thể thức): letterhead, bases, recipients, signature, and what a draft forgot to fill in or to take out."""
