"""Eight processes send requests while readers read and a server is killed again and again.

    .venv/bin/python -m tests.consultations.stress [--requests 2000] [--database postgres://...]

Passes when every request that got its thank-you is stored exactly once, no request is stored twice, and no reader
saw a fault. A sender whose server is killed under it sends the same form again, as a person would.
"""

import argparse
import http.client
import json
import multiprocessing
import os
import queue
import random
import re
import sys
import tempfile
import time
from pathlib import Path

import django

STORED = """
import collections, json
from hub.consultations.models import ConsultationRequest, Notice
print(json.dumps([collections.Counter(one.name for one in ConsultationRequest.objects.all()), Notice.objects.count()]))
"""
BATCH = 10
GONE = (OSError, http.client.HTTPException)


def send_many(number, count, ports, results):
    """Send ``count`` requests; put (name, was thanked, seconds, statuses) for each."""

    for begin in range(0, count, BATCH):
        batch = []
        for place in range(begin, min(begin + BATCH, count)):
            address = f"10.{number}.{place // 250}.{place % 250}"
            batch.append(
                (f"sender-{number}-{place}", address, until_it_works(lambda reader: reader.form(), ports, address))
            )
        time.sleep(3)
        for name, address, hidden in batch:
            results.put(send_one(name, address, hidden, ports))


def until_it_works(act, ports, address):
    from tests.consultations.running import Reader

    while True:
        try:
            return act(Reader(random.choice(ports), address))  # noqa: S311
        except (*GONE, AttributeError):
            time.sleep(0.1)


def send_one(name, address, hidden, ports):
    from tests.consultations.running import Reader

    statuses, began = [], time.monotonic()
    for _ in range(40):
        try:
            status, body, location = Reader(random.choice(ports), address).send(hidden, name=name)  # noqa: S311
        except GONE:
            statuses.append(0)
            time.sleep(0.1)
            continue
        statuses.append(status)
        if "locked" in body:
            statuses.append(-1)
        if status == 303:
            return name, True, time.monotonic() - began, statuses
        time.sleep(0.1)
    return name, False, time.monotonic() - began, statuses


def read_on(ports, stop, results):
    """Read pages until told to stop; put (statuses that were no 200, pages read, slowest in seconds)."""
    from tests.consultations.running import Reader

    wrong, count, slowest = [], 0, 0.0
    while not stop.is_set():
        for path in ("/", "/articles/", "/articles/panic-attacks/", "/search/?q=trust"):
            began = time.monotonic()
            try:
                status, body, _ = Reader(random.choice(ports)).ask("GET", path)  # noqa: S311
            except GONE:
                continue
            count, slowest = count + 1, max(slowest, time.monotonic() - began)
            if status != 200 or "database is locked" in body:
                wrong.append((path, status))
    results.put((wrong, count, slowest))


def run(folder, requests, processes, variables) -> dict:
    """Return what happened, as numbers."""
    from tests.consultations.running import ManyServers, new_port

    site = ManyServers(Path(folder), variables={"TRUSTED_PROXIES": "1", **variables})
    ports = [site.port, new_port(), new_port()]
    site.start()
    try:
        for port in ports[1:]:
            site.serve(port)
        return measure(site, ports, requests, processes)
    finally:
        site.stop()


def measure(site, ports, requests, processes):
    context = multiprocessing.get_context("spawn")
    sent, read, stop = context.Queue(), context.Queue(), context.Event()
    share = [requests // processes + (number < requests % processes) for number in range(processes)]
    senders = [
        context.Process(target=send_many, args=(number, count, ports, sent)) for number, count in enumerate(share)
    ]
    readers = [context.Process(target=read_on, args=(ports, stop, read)) for _ in range(2)]
    began = time.monotonic()
    for process in (*senders, *readers):
        process.start()
    answers, kills = [], 0
    killed_at = time.monotonic()
    while len(answers) < requests:
        try:
            answers.append(sent.get(timeout=0.5))
        except queue.Empty:
            if not any(sender.is_alive() for sender in senders) and sent.empty():
                break
        if time.monotonic() - killed_at > 4:
            site.kill(ports[-1])
            kills += 1
            site.serve(ports[-1])
            killed_at = time.monotonic()
    seconds = time.monotonic() - began
    stop.set()
    read_results = [read.get(timeout=60) for _ in readers]
    for process in (*senders, *readers):
        process.join()
    stored, notices = json.loads(site.shell(STORED).splitlines()[-1])
    log = (site.folder / "server.log").read_text(errors="replace")
    faults = [line for line in log.splitlines() if re.search(r"ERROR|WARNING|Error:", line)]
    return judged(answers, stored, notices, kills, seconds, read_results) | {"in the log": faults[:8]}


def judged(answers, stored, notices, kills, seconds, read_results):
    thanked = {name for name, was_thanked, *_ in answers if was_thanked}
    times = sorted(took for _, was_thanked, took, _ in answers if was_thanked)
    statuses = [status for *_, seen in answers for status in seen]
    return {
        "answers": len(answers),
        "thanked": len(thanked),
        "stored": sum(stored.values()),
        "notices": notices,
        "thanked but not stored": sorted(thanked - stored.keys()),
        "stored twice": sorted(name for name, count in stored.items() if count > 1),
        "servers killed": kills,
        "sends cut off by a kill": statuses.count(0),
        "said to be locked": statuses.count(-1),
        "other statuses": sorted({status for status in statuses if status not in (0, 303)}),
        "seconds": round(seconds, 1),
        "median s": round(times[len(times) // 2], 3),
        "p99 s": round(times[int(len(times) * 0.99)], 3),
        "slowest s": round(times[-1], 3),
        "pages read": sum(count for _, count, _ in read_results),
        "slowest page s": round(max(slowest for *_, slowest in read_results), 3),
        "wrong pages": [wrong for found, *_ in read_results for wrong in found],
    }


def is_good(found: dict, requests: int) -> bool:
    bad = ("thanked but not stored", "stored twice", "said to be locked", "other statuses", "wrong pages")
    return found["thanked"] == requests and not any(found[name] for name in bad)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=2000)
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--database", default="", help="DATABASE_URL of an empty database; SQLite without it")
    arguments = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.test")
    django.setup()
    with tempfile.TemporaryDirectory() as folder:
        variables = {"DATABASE_URL": arguments.database} if arguments.database else {}
        found = run(folder, arguments.requests, arguments.processes, variables)
    for name, value in found.items():
        sys.stdout.write(f"{name:>26}: {value}\n")
    sys.exit(0 if is_good(found, arguments.requests) else "FAILED")


if __name__ == "__main__":
    main()
