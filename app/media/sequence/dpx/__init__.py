"""DPX frames: header, packing of samples, reading and writing."""
