"""What light a deliverable holds: per frame, per shot, as a whole."""
