"""Domain values drawn as text: a view returns what to show and never prints."""
