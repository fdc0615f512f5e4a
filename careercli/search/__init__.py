"""Questions become passages of the guides."""
