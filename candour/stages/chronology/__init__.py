"""Agency returns become one integrated chronology: rows placed, held or refused, and who knew what when."""
