"""A run: what is due is asked, host by host, and kept; what was not reached is due the next time."""

import threading
import time
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from hub.outbound import checking
from hub.outbound.asking import Asker, Limits
from hub.outbound.checking import NothingAnswers, Run, due
from hub.outbound.management.commands import check_links
from hub.outbound.models import OutboundLink
from hub.outbound.verdicts import Answer, State
from tests.factories import ArticlePageFactory
from tests.helpers import stream

from .servers import hanging, path_of, reply, serving

pytestmark = pytest.mark.django_db


class Scripted:
    """Answers as it is told by address, and remembers who asked when."""

    def __init__(self, answers=None, seconds=0.0):
        self.answers, self.seconds = answers or {}, seconds
        self.asked, self.at_once, self.most = [], {}, 0
        self.lock = threading.Lock()

    def ask(self, url):
        host = url.split("/")[2]
        with self.lock:
            self.asked.append(url)
            self.at_once[host] = self.at_once.get(host, 0) + 1
            assert self.at_once[host] == 1, "two questions to one host at once"
            self.most = max(self.most, sum(self.at_once.values()))
        time.sleep(self.seconds)
        with self.lock:
            self.at_once[host] -= 1
        answer = self.answers.get(url, Answer(200))
        if isinstance(answer, BaseException):
            raise answer
        return answer


def made(*urls, **facts):
    links = [OutboundLink.to(url) for url in urls]
    for link in links:
        for name, value in facts.items():
            setattr(link, name, value)
        link.save()
    return links


def run(asker, links=None, **facts):
    return Run(asker, pause=0, **facts).over(list(due()) if links is None else links)


def states():
    return dict(OutboundLink.objects.values_list("url", "state"))


def test_what_is_asked_is_kept():
    made("https://a.example/", "https://b.example/")
    answers = {"https://b.example/": Answer(404)}

    tally = run(Scripted(answers))

    assert states() == {"https://a.example/": State.FINE, "https://b.example/": State.FAILING}
    assert (tally.checked, tally.newly_broken) == (2, [])
    assert not due().exists()


def test_only_what_is_due_is_asked():
    made("https://later.example/", due_at=timezone.now() + timedelta(hours=1))
    made("https://now.example/")
    asker = Scripted()

    run(asker)

    assert asker.asked == ["https://now.example/"]


def test_hosts_are_asked_at_the_same_time_and_each_one_question_at_a_time():
    made(*(f"https://{host}.example/{page}" for host in "abcdef" for page in range(3)))
    asker = Scripted(seconds=0.02)

    run(asker, hosts=3)

    assert len(asker.asked) == 18
    assert asker.most == 3


def test_there_is_a_pause_between_two_questions_to_a_host():
    made("https://a.example/1", "https://a.example/2", "https://a.example/3")
    began = time.monotonic()

    Run(Scripted(), pause=0.1).over(due())

    assert time.monotonic() - began >= 0.2


def test_host_that_asks_for_peace_is_left_until_the_next_run():
    links = made(*(f"https://a.example/{page}" for page in range(4)))
    asker = Scripted({"https://a.example/1": Answer(429, wait=60)})

    run(asker, links)

    assert len(asker.asked) == 2
    assert sorted(states().values()) == [State.FINE, State.NEW, State.NEW, State.UNSURE]
    assert {link.url for link in due()} == {"https://a.example/2", "https://a.example/3"}


def test_newly_broken_links_are_named_once():
    made("https://a.example/", state=State.FAILING, status=404, failures=1, failing_since=timezone.now())
    gone = Scripted({"https://a.example/": Answer(404)})

    assert [link.url for link in run(gone).newly_broken] == ["https://a.example/"]
    OutboundLink.objects.update(due_at=timezone.now())
    assert run(gone).newly_broken == []


class Interrupted(BaseException):
    pass


def test_run_that_is_interrupted_goes_on_the_next_time():
    made(*(f"https://h{number}.example/" for number in range(6)))
    seen = []

    def progress():
        seen.append(1)
        if len(seen) == 3:
            raise Interrupted

    with pytest.raises(Interrupted):
        run(Scripted(), hosts=2, progress=progress)
    left = set(due())
    run(Scripted())

    assert len(left) == 3
    assert set(states().values()) == {State.FINE}


def test_link_that_another_run_has_taken_is_left_to_it():
    (link,) = made("https://a.example/")
    OutboundLink.objects.filter(pk=link.pk).update(due_at=timezone.now() + checking.TAKEN)
    asker = Scripted()

    run(asker, [link])

    assert asker.asked == []


def test_odd_address_does_not_end_the_run():
    made("https://a.example/", "https://b.example/")

    run(Scripted({"https://a.example/": ZeroDivisionError()}))

    assert states() == {"https://a.example/": State.FAILING, "https://b.example/": State.FINE}


def test_nothing_is_kept_when_nobody_answers():
    made(*(f"https://h{number}.example/" for number in range(4)))
    silent = Scripted({f"https://h{number}.example/": Answer(fault="There is no host.") for number in range(4)})

    with pytest.raises(NothingAnswers):
        run(silent)

    assert set(states().values()) == {State.NEW}
    assert due().count() == 4


NOBODY = Answer(fault="There is no host.")


def seen(*urls):
    """Links that have answered lately and are not due."""
    return made(
        *urls, state=State.FINE, status=200, checked_at=timezone.now(), due_at=timezone.now() + timedelta(days=9)
    )


def test_dead_links_are_kept_though_no_other_was_due():
    """What fails is due every day, what works once a month: most days nobody answers who is asked."""
    seen("https://alive.example/")
    made(*(f"https://h{number}.example/" for number in range(4)))
    asker = Scripted({f"https://h{number}.example/": NOBODY for number in range(4)})

    tally = run(asker)

    assert (tally.checked, sorted(states().values())) == (4, [State.FAILING] * 4 + [State.FINE])
    assert asker.asked.count("https://alive.example/") == 1


def test_two_dead_hosts_are_not_kept_when_nobody_who_answered_lately_answers_now():
    seen("https://alive.example/a", "https://alive.example/b", "https://too.example/")
    made("https://a.example/", "https://b.example/")
    silent = Scripted(dict.fromkeys([*states()], NOBODY))

    with pytest.raises(NothingAnswers, match=r"no way of its own to the web.*“There is no host\.”"):
        run(silent)

    assert due().count() == 2
    assert len(silent.asked) == 4


def test_connection_that_is_cut_during_a_run_breaks_no_link():
    made(*(f"https://h{number}.example/" for number in range(6)))

    class Cut(Scripted):
        def ask(self, url):
            self.asked.append(url)
            return Answer(200) if len(self.asked) <= 2 else NOBODY

    with pytest.raises(NothingAnswers):
        run(Cut(), hosts=1)

    assert sorted(states().values()) == [State.FINE] * 2 + [State.NEW] * 4
    assert due().count() == 4


def test_who_answered_lately_is_asked_at_most_three_times_and_one_question_a_host():
    seen(*(f"https://alive{host}.example/{page}" for host in range(5) for page in range(2)))
    made(*(f"https://h{number}.example/" for number in range(3)))
    asker = Scripted(dict.fromkeys([*states()], NOBODY))

    with pytest.raises(NothingAnswers):
        run(asker)

    witnesses = [url for url in asker.asked if "alive" in url]
    assert len(witnesses) == len({url.split("/")[2] for url in witnesses}) == 3


def test_silence_is_kept_where_anybody_answers():
    made(*(f"https://h{number}.example/" for number in range(4)))

    run(Scripted({f"https://h{number}.example/": Answer(fault="There is no host.") for number in range(3)}))

    assert sorted(states().values()) == [State.FAILING] * 3 + [State.FINE]


def test_silence_of_a_few_is_kept():
    made("https://a.example/")

    run(Scripted({"https://a.example/": Answer(fault="There is no host.")}))

    assert list(states().values()) == [State.FAILING]


def test_word_that_a_link_is_fine_holds_until_something_else_is_found(admin):
    (link,) = made("https://a.example/", state=State.BROKEN, status=404, failures=5, failing_since=timezone.now())
    OutboundLink.objects.update(left_as=link.finding, left_because="Only for members.", left_by=admin)

    run(Scripted({link.url: Answer(404)}))
    assert OutboundLink.objects.get().left_because == "Only for members."

    OutboundLink.objects.update(due_at=timezone.now())
    run(Scripted({link.url: Answer(500)}))
    assert OutboundLink.objects.values_list("left_as", "left_because", "left_by").get() == ("", "", None)


def test_word_said_during_a_run_is_not_written_over(admin):
    (link,) = made("https://a.example/", state=State.BROKEN, status=404, failures=5, failing_since=timezone.now())

    links = list(due())
    OutboundLink.objects.update(left_as=link.finding, left_because="Meanwhile.", left_by=admin)
    run(Scripted({link.url: Answer(404)}), links)

    assert OutboundLink.objects.get().left_because == "Meanwhile."


def test_link_that_is_gone_meanwhile_is_passed_over():
    links = made("https://a.example/1", "https://a.example/2")

    job = Run(Scripted(), pause=0, progress=lambda: OutboundLink.objects.all().delete())

    assert job.over(links).checked == 1


@pytest.fixture
def command(monkeypatch, capsys):
    """Run the command against servers on loopback; return what it printed."""

    def run_it(*arguments, **options):
        call_command("check_links", *arguments, pause=0, **options)
        return capsys.readouterr().out

    asker = Asker("x", Limits(connect=5, read=2, whole=8), allows=lambda address: True)
    monkeypatch.setattr(check_links, "Asker", lambda agent: asker)
    return run_it


def linking(articles, *urls):
    text = " ".join(f'<a href="{url}">x</a>' for url in urls)
    return ArticlePageFactory(parent=articles, body=stream(("paragraph", f"<p>{text}</p>")))


def test_command_checks_what_is_published(command, articles):
    def behave(connection, request):
        reply({"/gone": 404, "/members": 403}.get(path_of(request), 200))(connection, request)

    with serving(behave) as server, serving(hanging) as slow:
        linking(articles, f"{server.url}/", f"{server.url}/gone", f"{server.url}/members", slow.url)
        told = command()
        again = command()

    assert told == "4 of 4 links out checked: 2 failing, being watched, 1 can’t tell, 1 works.\n"
    assert again == "0 of 4 links out checked.\n"


def test_command_ends_with_an_error_once_a_link_is_newly_broken(command, articles):
    with serving(reply(410)) as server:
        linking(articles, server.url)
        command()
        OutboundLink.objects.update(due_at=timezone.now())
        with pytest.raises(CommandError, match=r"1 newly broken.*\n.*removed for good \(410\)") as told:
            command()
        OutboundLink.objects.update(due_at=timezone.now())
        command()

    assert told.value.returncode == 1


def test_link_recovers(command, articles):
    answers = [500, 500, 200]

    def behave(connection, request):
        reply(answers[0])(connection, request)

    with serving(behave) as server:
        linking(articles, server.url)
        found = []
        while answers:
            command()
            found.append(OutboundLink.objects.get().state)
            answers.pop(0)
            OutboundLink.objects.update(due_at=timezone.now())

    assert found == [State.FAILING, State.FAILING, State.FINE]


def test_limit_bounds_a_run(command, articles):
    with serving(reply(200)) as server:
        linking(articles, *(f"{server.url}/{number}" for number in range(5)))

        assert command(limit=2).startswith("2 of 5 links out checked")
        assert command().startswith("3 of 5")


def test_one_page_is_checked_whether_it_is_due_or_not(command, articles):
    with serving(reply(200)) as server:
        one = linking(articles, f"{server.url}/1")
        linking(articles, f"{server.url}/2")
        command()

        assert command(page=one.pk) == "1 of 2 links out checked: 1 works.\n"


def test_dry_run_asks_and_stores_nothing(command, articles):
    with serving(reply(200)) as server:
        linking(articles, f"{server.url}/1", f"{server.url}/2")
        told = command(dry_run=True)

        assert server.asked == []
    assert told.endswith("2 of 2 links out would be asked.\n")
    assert not OutboundLink.objects.exists()


def test_our_own_network_is_not_asked_by_the_command(articles, capsys):
    with serving(reply(200)) as server:
        linking(articles, server.url)
        call_command("check_links", pause=0)

        assert server.asked == []
    assert OutboundLink.objects.get().reason == "127.0.0.1 is not on the public web."


def test_publishing_asks_nobody(articles, monkeypatch):
    monkeypatch.setattr(Asker, "ask", lambda self, url: pytest.fail("asked while publishing"))

    linking(articles, "https://a.example/").save_revision().publish()
