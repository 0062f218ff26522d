"""Movie files through PyAV: probing, frame-accurate reading, writing."""
