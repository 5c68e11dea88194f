"""Channels thought of before their author read the readers of PDF and pages, or wrote that of workbooks."""
