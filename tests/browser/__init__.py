"""Pages as a browser shows them: ``make test-browser``. Nothing here is part of ``make test``."""
