"""Makes the workbooks of the example group that stand beside it; the product reads them and never imports this."""
