"""A form says what is wrong, where, and keeps what was typed."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from lxml import html

from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.dates_in_forms import DayField, MomentField


class Form(forms.Form):
    """A kind of field each."""

    answer = forms.ChoiceField(
        label="Was there harm?", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect
    )
    when = MomentField(label="When")
    day = DayField(label="Day", required=False)
    why = forms.CharField(label="Why", widget=forms.Textarea, help_text="In a sentence.")
    grounds = forms.MultipleChoiceField(
        label="Grounds", choices=[("log", "The log")], widget=forms.CheckboxSelectMultiple, required=False
    )
    paper = forms.FileField(label="Paper")
    told = forms.BooleanField(label="Told", required=False)
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


def page(source: str, **context: Any) -> Any:
    drawn = Template("{% load candour_web %}" + source).render(Context(context))
    return html.fragment_fromstring(drawn, create_parent=True)


def test_every_control_has_a_label_or_a_legend() -> None:
    drawn = page("{% fields form %}", form=Form())
    labelled = set(drawn.xpath("//label/@for"))
    controls = drawn.xpath("//input[not(@type='hidden')] | //textarea | //select")

    assert [control.get("id") for control in controls if control.get("id") not in labelled] == []
    assert drawn.xpath("//fieldset/legend[contains(., 'Was there harm?')]")


def test_whatever_describes_a_control_is_on_the_page() -> None:
    drawn = page("{% fields form %}", form=Form({"when": "31/2/14"}))
    named = [one for ids in drawn.xpath("//@aria-describedby") for one in ids.split()]

    assert named
    assert [one for one in named if not drawn.xpath(f"//*[@id='{one}']")] == []


def test_a_box_for_a_date_shows_how_a_date_may_be_written() -> None:
    drawn = page("{% field form.when %}{% field form.day %}", form=Form())

    assert drawn.xpath("//*[@id='id_when_hint']")[0].text == "For example, 14 July 1999 or early May 2013"
    assert drawn.xpath("//*[@id='id_day_hint']")[0].text == "For example, 14 July 1999"


def test_what_was_typed_is_kept_beside_its_error() -> None:
    drawn = page("{% field form.when %}", form=Form({"when": "31/2/14"}))

    assert drawn.xpath("//input/@value") == ["31/2/14"]
    assert "no day 31" in drawn.xpath("string(//*[@id='id_when_error'])")


def test_the_summary_says_the_same_and_leads_to_the_field() -> None:
    form = Form({"when": "31/2/14"})
    summary = page("{% error_summary form %}", form=form)
    fields = page("{% fields form %}", form=form)

    for link in summary.xpath("//a"):
        assert fields.xpath(f"//*[@id='{link.get('href')[1:]}']"), link.get("href")
        assert link.text in fields.text_content()
    assert summary.xpath("//a/@href")[0] == "#id_answer_0"
    assert summary.xpath("//*[@autofocus][@tabindex='-1']")


@pytest.mark.parametrize(
    ("name", "said"), [("why", "“Why” has no answer yet."), ("paper", "no file is chosen")]
)
def test_a_missing_answer_is_said_with_its_question(name: str, said: str) -> None:
    assert said in page("{% field form." + name + " %}", form=Form({})).text_content()


def test_no_summary_stands_over_a_form_without_mistakes() -> None:
    assert page("{% error_summary form %}", form=Form()).text_content().strip() == ""
    assert page("{% error_summary form %}").text_content().strip() == ""


def test_the_reading_of_a_date_is_shown_before_it_is_saved() -> None:
    drawn = page("{% field form.when read_as='5 March 2014' %}", form=Form({"when": "5/3/14"}))

    assert "We read this as 5 March 2014." in " ".join(drawn.text_content().split())


def test_a_field_that_may_stay_empty_says_so() -> None:
    drawn = page("{% field form.day %}{% field form.why %}", form=Form())

    assert drawn.text_content().count("(optional)") == 1


def test_two_who_save_see_both_texts_and_lose_none() -> None:
    class Reasons(VersionedForm):
        reasons = forms.CharField(label="Reasons")

    form = Reasons({"version": "3", "reasons": "Mine."})
    form.clash = (("Reasons", "Theirs."),)
    drawn = page("{% clash form %}{% fields form %}", form=form)

    assert [cell.text for cell in drawn.xpath("//tbody//td")] == ["Theirs.", "Mine."]
    assert drawn.xpath("//input[@name='reasons']/@value") == ["Mine."]


@pytest.mark.parametrize(
    "words",
    ["5 March", "29 February", "31 Feb", "0000", "-1", "1 March 99999", "1 January 0001", "31/12/9999"],
)
def test_a_date_that_lacks_its_year_is_asked_for_with_an_example(words: str) -> None:
    form = Form({"when": words, "day": words})

    assert not form.is_valid()
    assert all("Write it as 14 July 2014" in form.errors[name][0] for name in ("when", "day"))


@pytest.mark.parametrize("form", [Form({"answer": "gone"}), Form({"grounds": ["gone"]})])
def test_a_choice_that_is_gone_is_asked_for_again(form: Form) -> None:
    """As where a colleague withdrew it while the page was open."""
    said = page("{% fields form %}", form=form).text_content()

    assert "not offered here, or no longer. Choose again." in said
    assert "valid choice" not in said
