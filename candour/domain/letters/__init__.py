"""Letters: plain templates, filled in with what is known; what is not known stays a blank for a person."""

from candour.domain.letters.template import Template, blanks_of, filled, load_templates

__all__ = ["Template", "blanks_of", "filled", "load_templates"]
