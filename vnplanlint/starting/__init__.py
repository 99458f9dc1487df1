"""What ``init`` puts into a folder of documents: a configuration to fill in, and the hook if asked."""
