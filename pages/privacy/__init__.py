"""IBP: policy, norms, measures, awareness, registers and incidents."""
