"""The site in several processes that can be killed, on SQLite or PostgreSQL, and readers who send requests to it."""

import http.client
import os
import signal
import subprocess
import sys
import urllib.parse
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from django.conf import settings

from tests.browser.running_site import RunningSite, free_port

ADDRESS = "/consultation/"


@dataclass
class ManyServers(RunningSite):
    """``RunningSite`` with more servers on the same data, and variables of its own."""

    variables: dict[str, str] = field(default_factory=dict)
    others: dict[int, subprocess.Popen] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        return super().environment | self.variables

    def serve(self, port: int) -> None:
        """Start another server at ``port``."""
        command = f"granian --interface wsgi --host 127.0.0.1 --port {port} --workers 1 --no-ws --log-level warning"
        with (self.folder / "server.log").open("ab") as log:
            self.others[port] = subprocess.Popen(
                [sys.executable, "-m", *command.split(), "--blocking-threads", "4", "hub.wsgi:application"],
                cwd=settings.BASE_DIR,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def kill(self, port: int) -> None:
        """SIGKILL for the server at ``port``, its worker included: nothing of it gets to finish anything."""
        server = self.others.pop(port)
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()

    def stop(self) -> None:
        super().stop()
        for port in list(self.others):
            self.kill(port)

    def shell(self, code: str) -> str:
        return self.manage("shell", "--no-imports", "-c", code)


def new_port() -> int:
    return free_port()


class Reader:
    """Somebody with a browser, without script and without cookies."""

    def __init__(self, port: int, address: str = "198.51.100.7", timeout: float = 60):
        self.port, self.address, self.timeout = port, address, timeout

    def ask(self, method: str, path: str, data: dict | None = None) -> tuple[int, str, str]:
        """Return status, body and where the answer leads. Raises: OSError, http.client.HTTPException."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
        headers = {"X-Forwarded-For": self.address}
        body = None
        if data is not None:
            body = urllib.parse.urlencode(data)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace"), answer.getheader("Location") or ""
        finally:
            connection.close()

    def form(self) -> dict[str, str]:
        """Open the form and return its hidden fields."""
        _, body, _ = self.ask("GET", ADDRESS)
        form = BeautifulSoup(body, "html.parser").select_one("form.request")
        return {tag["name"]: tag.get("value", "") for tag in form.select("input[type=hidden]")}

    def send(self, hidden: dict[str, str], **answers) -> tuple[int, str, str]:
        """Fill in the form and send it."""
        filled = {
            "name": "Sam",
            "contact_by": "email",
            "email": "sam@example.org",
            "discretion": "open",
            "consent": "on",
        }
        return self.ask("POST", ADDRESS, hidden | filled | answers)
