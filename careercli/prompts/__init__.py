"""The only place that asks: questions on a screen or line by line."""
