"""Long work: passes, exports, shot finding, proofs. Each reports, pauses, cancels and resumes."""
