"""The real site in a process of its own, with a database, uploads and static files that are thrown away."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

#: Variables of somebody's own site, which must not reach this one.
OTHER_SITES = {
    *("DJANGO_SETTINGS_MODULE", "SECRET_KEY", "DATABASE_URL", "REDIS_URL", "EMAIL_URL", "ALLOWED_HOSTS"),
    *("STATIC_ROOT", "MEDIA_ROOT", "MEDIA_URL", "CONSULTATION_KEYS", "TRUSTED_PROXIES"),
}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass
class RunningSite:
    """What ``make run`` serves, on a free port; ``password`` is the one that ``prepare`` printed."""

    folder: Path
    port: int = field(default_factory=free_port)
    password: str = ""
    server: subprocess.Popen | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in OTHER_SITES}
        # As in production, search engines are let in: Lighthouse asks robots.txt.
        return {**kept, "DATA_DIR": str(self.folder), "SITE_URL": self.address, "SITE_IS_INDEXABLE": "true"}

    def manage(self, *arguments: str) -> str:
        """Run a management command; return what it printed, raise AssertionError with it when it failed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=settings.BASE_DIR,
            env=self.environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"{arguments}: {done.stdout}\n{done.stderr}"
        return done.stdout

    def start(self) -> None:
        self.manage("collectstatic", "--noinput", "--verbosity", "0")
        self.password = re.search(r"^Password:\s+(\S+)", self.manage("prepare"), re.MULTILINE)[1]
        command = f"granian --interface wsgi --host 127.0.0.1 --port {self.port} --workers 1 --no-ws"
        with (self.folder / "server.log").open("wb") as log:
            self.server = subprocess.Popen(
                [sys.executable, "-m", *command.split(), "--blocking-threads", "4", "hub.wsgi:application"],
                cwd=settings.BASE_DIR,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.wait()

    def wait(self, seconds: float = 30) -> None:
        deadline = time.monotonic() + seconds
        while self.server.poll() is None and time.monotonic() < deadline:
            try:
                urllib.request.urlopen(self.address, timeout=10).close()
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError(f"The server does not answer: {(self.folder / 'server.log').read_text()}")

    def stop(self) -> None:
        if self.server is None:
            return
        self.server.terminate()
        try:
            self.server.wait(10)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()
