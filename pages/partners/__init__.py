"""Partners: shared vision, roll-out, infrastructure, joint purchase, and figures beside each other."""
