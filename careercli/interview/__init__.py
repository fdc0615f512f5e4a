"""The guided session: questions, answers, what can be done afterwards."""
