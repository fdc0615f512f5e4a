"""What is true about careers: pure functions over frozen values. No files, no clock, no screen."""
