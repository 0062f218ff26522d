"""High dynamic range: HDR Vivid, HDR10, HDR10+ metadata, streams that carry it, and what a deliverable measures."""
