"""Information security and privacy (IBP): policy, norms, measures, attitude, registers and incidents."""
