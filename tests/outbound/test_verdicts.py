"""When a link is fine, failing, broken, or beyond what a program can tell, and when it is asked again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.outbound.verdicts import GONE, PAUSES, RARELY, REFUSED, SOFT_FOR, Answer, Standing, State, judged

NOW = datetime(2026, 11, 27, 6, tzinfo=UTC)
SILENCE = Answer(fault="It took too long to answer.")


def after(*answers, apart=None) -> Standing:
    """What is known after some answers, each when it was due, or ``apart`` from the one before."""
    known, now = Standing(), NOW
    for answer in answers:
        known = judged(known, answer, now)
        now = now + apart if apart else known.due_at
    return known


def test_what_works_is_asked_again_after_a_month():
    assert after(Answer(200)) == Standing(State.FINE, 200, due_at=NOW + RARELY)


def test_links_checked_on_one_day_are_not_all_due_on_one_day():
    due = {judged(Standing(), Answer(200), NOW, spread=spread / 10).due_at.date() for spread in range(11)}

    assert len(due) == 7


@pytest.mark.parametrize("status", sorted(GONE))
def test_what_is_gone_is_broken_once_it_is_confirmed(status):
    assert after(Answer(status)).state == State.FAILING
    assert after(Answer(status), Answer(404)).state == State.BROKEN


def test_what_is_gone_is_confirmed_by_the_next_daily_run():
    assert after(Answer(404)).due_at < NOW + timedelta(days=1)


@pytest.mark.parametrize("answer", [SILENCE, Answer(500), Answer(503), Answer(421)])
def test_what_may_come_back_is_broken_after_failures_spread_over_days(answer):
    assert [after(*[answer] * times).state for times in range(1, 5)] == [State.FAILING] * 3 + [State.BROKEN]


def test_many_failures_on_one_day_break_nothing():
    assert after(*[SILENCE] * 20, apart=timedelta(minutes=5)).state == State.FAILING


def test_one_404_among_faults_confirms_nothing():
    assert after(Answer(404), Answer(500)).state == State.FAILING


@pytest.mark.parametrize("answer", [*map(Answer, sorted(REFUSED)), Answer(503, is_challenge=True)])
def test_who_refuses_programs_says_nothing_of_readers(answer):
    known = after(SILENCE, answer)

    assert (known.state, known.failures, known.failing_since) == (State.UNSURE, 0, None)
    assert known.reason


def test_what_works_again_is_forgiven():
    assert after(Answer(404), Answer(404), Answer(200)).state == State.FINE
    assert after(Answer(404), Answer(404), Answer(200)).reason == ""


def test_what_is_broken_stays_broken_whatever_the_fault():
    assert after(Answer(404), Answer(404), SILENCE).state == State.BROKEN


def test_pauses_grow():
    assert [after(*[SILENCE] * times).due_at for times in range(1, 12)] == sorted(
        after(*[SILENCE] * times).due_at for times in range(1, 12)
    )
    assert after(*[SILENCE] * 40).due_at - after(*[SILENCE] * 39).due_at == PAUSES[-1]


def test_server_that_asks_for_peace_gets_it():
    assert after(Answer(503, wait=3 * 24 * 3600)).due_at == NOW + timedelta(days=3)


def test_nobody_is_left_in_peace_for_ever():
    assert after(Answer(503, wait=10**9)).due_at == NOW + RARELY


ANSWERS = st.one_of(
    st.builds(Answer, st.integers(100, 999), wait=st.integers(0, 10**7), is_challenge=st.booleans()),
    st.builds(Answer, fault=st.text(min_size=1, max_size=20)),
)


@given(st.lists(st.tuples(ANSWERS, st.timedeltas(timedelta(minutes=1), timedelta(days=40))), max_size=20))
def test_whatever_is_answered_the_state_can_be_told_from_it(history):
    known, now = Standing(), NOW
    for answer, pause in history:
        before, known = known, judged(known, answer, now, spread=0.3)
        assert now < known.due_at <= now + RARELY + timedelta(days=3)
        assert (known.state in {State.FAILING, State.BROKEN}) == bool(known.failures) == bool(known.failing_since)
        assert bool(known.reason) == (known.state != State.FINE)
        if known.state == State.BROKEN and before.state != State.BROKEN:
            assert known.failures >= 2
            assert {before.status, known.status} <= GONE or now - known.failing_since >= SOFT_FOR
        now += pause
