"""Line scratches: thin upright lines that live for many frames."""
