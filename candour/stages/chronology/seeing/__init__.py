"""How a chronology is looked at: what is asked for, through whose eyes, in which lanes, under which marks."""
