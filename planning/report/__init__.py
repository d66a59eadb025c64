"""The board report: what the screens show, for people who read paper, slides or a workbook."""
