"""A school's own choices: its means shared out over teacher hours, training, automation, devices and support."""
