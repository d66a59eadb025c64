"""The learning network of boards: each looks at itself, asks a question, and works on it beside the others."""
