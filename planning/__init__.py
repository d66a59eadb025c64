"""Vlootplan: plan the ICT of a school group. The product without a screen."""
