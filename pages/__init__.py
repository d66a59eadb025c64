"""The screens: one file a screen; each asks a service, shows it, sends a command."""
