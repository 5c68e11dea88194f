"""The columns of our own in a workbook of held rows, which is sent to an agency and comes back filled in."""

WRITE_HERE = "Date (write it here)"
FILE, PART, ROW = "File", "Part", "Row"
WHY, READINGS = "Why it is held", "Could be"
OURS = (WRITE_HERE, FILE, PART, ROW, WHY, READINGS)
"""In this order, before the row's own cells. Whatever stands right of them came from the agency."""
