"""Work in one thread a process: done once for many wishes, never lost, and begun anew after a fault."""

import threading

import pytest
from django.db import DatabaseError

from hub.core.background import OneThread

LONG = 10


@pytest.fixture
def run_of(monkeypatch):
    """Make a thread that does ``work``; wait until it has ended."""
    # The thread closes its own connection only; this process has none to spare in a test.
    monkeypatch.setattr("hub.core.background.connection", type("Connection", (), {"close": lambda self: None})())
    monkeypatch.setattr(threading, "excepthook", lambda fault: None)

    def make(work, **how):
        one = OneThread("work-of-a-test", work, otherwise="It had to wait.", **how)

        def end():
            for thread in threading.enumerate():
                if thread.name == one.name:
                    thread.join(LONG)

        return one, end

    return make


def test_what_is_asked_is_done(run_of):
    done = []
    one, end = run_of(lambda: done.append(1))

    one.ask()
    end()
    one.ask()
    end()

    assert done == [1, 1]


def test_what_is_asked_meanwhile_is_done_once_more(run_of):
    done, begun, go = [], threading.Event(), threading.Event()

    def work():
        begun.set()
        go.wait(LONG)
        done.append(threading.current_thread().name)

    one, end = run_of(work)
    one.ask()
    begun.wait(LONG)
    for _ in range(5):
        one.ask()
    go.set()
    end()

    assert done == ["work-of-a-test", "work-of-a-test"]


def test_database_that_is_away_is_said_and_ends_nothing(run_of, caplog):
    def work():
        raise DatabaseError("It is gone.")

    one, end = run_of(work)
    one.ask()
    end()

    assert "It had to wait. (DatabaseError)" in caplog.text


def test_a_fault_ends_the_thread_and_the_next_wish_begins_another(run_of):
    done = []

    def work():
        done.append(1)
        raise ValueError("A fault of ours.")

    one, end = run_of(work)
    for _ in range(2):
        one.ask()
        end()

    assert done == [1, 1]
