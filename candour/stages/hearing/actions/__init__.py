"""All that can happen to bundles: papers, copies, words that may stay, and what is signed of an open copy."""

from candour.stages.hearing.actions.bundles import (
    ask_for_bundle,
    begin_bundle,
    bring_into_bundle,
    make_bundle,
    move_in_bundle,
    put_back_into_bundle,
    put_bundle_back,
    put_into_bundle,
    take_out_of_bundle,
    withdraw_bundle,
)
from candour.stages.hearing.actions.signing import (
    check_bundle,
    give_bundle,
    order_bundle,
    sign_bundle_joins,
    take_back_bundle_signature,
)
from candour.stages.hearing.actions.words import ask_about_paper_word_again, keep_paper_words

__all__ = [
    "ask_about_paper_word_again",
    "ask_for_bundle",
    "begin_bundle",
    "bring_into_bundle",
    "check_bundle",
    "give_bundle",
    "keep_paper_words",
    "make_bundle",
    "move_in_bundle",
    "order_bundle",
    "put_back_into_bundle",
    "put_bundle_back",
    "put_into_bundle",
    "sign_bundle_joins",
    "take_back_bundle_signature",
    "take_out_of_bundle",
    "withdraw_bundle",
]
