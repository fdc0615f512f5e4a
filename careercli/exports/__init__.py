"""Files to take elsewhere: CSV and calendars."""
