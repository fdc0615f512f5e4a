"""The rule of placement written a second time, from the specification alone, and held against the domain."""
