"""Keuzes: a school's means shared out over teacher hours, training, automation, devices and support."""
