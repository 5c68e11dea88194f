"""Agency returns in: csv, workbooks and Word tables, from bytes to the tables of a return."""
