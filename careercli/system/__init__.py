"""What the machine is asked for: whole files under a lock, streams, the day, late imports."""
