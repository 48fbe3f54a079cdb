"""A mail server that can refuse, hang, and come back, and remembers what it took."""

import email
import socket
import threading
import time
from dataclasses import dataclass, field
from email.message import Message


@dataclass
class MailServer:
    """Speaks as much SMTP as is needed. ``mode`` may change between connections.

    ``taking``: works. ``silent``: lets callers in and never says a word. ``busy``: answers 451 to every message.
    ``unwilling``: answers 550 to every recipient. ``dropping``: takes the message and hangs up before it says so.
    """

    mode: str = "taking"
    port: int = 0
    messages: list[Message] = field(default_factory=list)
    connections: int = 0

    def __enter__(self):
        self.listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self.listener.getsockname()[1]
        self.callers = []
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *exception):
        # Closing alone leaves the port open for as long as somebody waits in accept.
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for caller in self.callers:
            caller.close()

    def _accept(self):
        while True:
            try:
                caller, _ = self.listener.accept()
            except OSError:
                return
            self.connections += 1
            self.callers.append(caller)
            threading.Thread(target=self._talk, args=(caller, self.mode), daemon=True).start()

    def _talk(self, caller, mode):
        if mode == "silent":
            time.sleep(60)
            return
        with caller, caller.makefile("rb") as lines:
            try:
                self._converse(caller, lines, mode)
            except OSError:
                return

    def _converse(self, caller, lines, mode):
        def say(text):
            caller.sendall(f"{text}\r\n".encode())

        say("220 here")
        for line in lines:
            word = line.split()[0].upper().decode() if line.split() else ""
            if word == "RCPT" and mode == "unwilling":
                say("550 nobody of that name")
            elif word == "DATA":
                say("354 go on")
                content = b"".join(iter(lines.readline, b".\r\n"))
                if mode == "busy":
                    say("451 later")
                    continue
                self.messages.append(email.message_from_bytes(content))
                if mode == "dropping":
                    return
                say("250 taken")
            elif word == "QUIT":
                say("221 bye")
                return
            else:
                say("250 well")
