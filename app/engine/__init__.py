"""From a question about a frame to its pixels: plan, keys, caches, decoders, one worker."""
