"""Questionnaires: prompts with space for words, from packs. Nothing in them is ever added up."""

from candour.domain.questionnaires.questionnaire import Group, Prompt, Questionnaire, load_questionnaire

__all__ = ["Group", "Prompt", "Questionnaire", "load_questionnaire"]
