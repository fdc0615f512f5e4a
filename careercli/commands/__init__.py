"""One file for each verb: resolve what is meant, call the domain, hand the result to a view or exporter."""
