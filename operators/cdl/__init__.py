"""Primary grading by the ASC Color Decision List."""
