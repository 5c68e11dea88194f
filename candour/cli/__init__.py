"""The command line: reads words and files, asks the library, prints the answer."""
