"""Blocks as screens, as lines for a screen reader, as Markdown and as HTML."""
