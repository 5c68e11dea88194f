"""Those who were there check accounts of their own agency's episodes, and see nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.stages.analysis.actions import (
    comment_on_account,
    share_account,
    take_back_account,
    write_account,
    write_why_then,
)
from candour.stages.analysis.models import AccuracyComment
from tests.stages.analysis.worked import episode

pytestmark = pytest.mark.django_db


def test_a_shared_account_is_commented_on_and_ruled_on(cast: Any, client: Any) -> None:
    one = episode(cast)
    write_account(by=cast.lead, episode=one, words="A visit was made on the tenth.")
    share_account(by=cast.lead, episode=one)
    write_why_then(by=cast.lead, episode=one, words="Secret of the reviewers.")
    page = reverse("analysis:check-account", args=[cast.review.in_address, one.number])

    client.force_login(cast.practitioner)
    shown = client.get(page).content.decode()
    assert "A visit was made on the tenth." in shown
    assert "Secret" not in shown
    client.post(page, {"words": "It was the eleventh."})

    comment = AccuracyComment.objects.get()
    assert comment.about == "A visit was made on the tenth."
    client.force_login(cast.lead)
    ruling = reverse("analysis:rule-on-comment", args=[cast.review.in_address, one.number, comment.pk])
    client.post(ruling, {"ruling": "accepted", "why": "The diary says so too."})
    client.force_login(cast.practitioner)
    assert "The diary says so too." in client.get(page).content.decode()
    assert Line.objects.filter(did="ruled_on_comment", why="The diary says so too.").exists()
    with pytest.raises(Trouble, match="commented"):
        take_back_account(by=cast.lead, episode=one)


def test_only_shared_accounts_of_the_own_agency_are_there(cast: Any, client: Any) -> None:
    own, others = episode(cast), episode(cast, agency=cast.police, entries=())
    for one in (own, others):
        write_account(by=cast.lead, episode=one, words="What happened.")
    share_account(by=cast.lead, episode=others)
    client.force_login(cast.practitioner)

    for one in (own, others):
        page = reverse("analysis:check-account", args=[cast.review.in_address, one.number])
        assert client.get(page).status_code == 404
        with pytest.raises(Trouble, match="not shared"):
            comment_on_account(by=cast.practitioner, episode=one, words="Not mine.")
    accounts = reverse("analysis:accounts-to-check", args=[cast.review.in_address])
    assert "Nothing waits for you here." in client.get(accounts).content.decode()
    client.force_login(cast.family)
    assert client.get(accounts).status_code == 403
