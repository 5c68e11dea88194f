"""The plain library: what a serious case review is made of, with no Django, no clock and no network."""
