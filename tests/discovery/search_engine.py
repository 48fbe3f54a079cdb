"""A search engine that takes IndexNow messages, or refuses or hangs, as told."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class SearchEngine:
    """``messages`` are the bodies received; ``answer`` is a status, or "hang", "drip", "garbage" or "drop"."""

    def __init__(self):
        self.messages: list[dict] = []
        self.answer: int | str = 200
        self.headers: dict[str, str] = {}
        self._stopped = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/indexnow"

    @property
    def told(self) -> list[str]:
        return [url for message in self.messages for url in message["urlList"]]

    def stop(self) -> None:
        self._stopped.set()
        self._server.shutdown()
        self._server.server_close()

    def _handler(engine):
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                engine.messages.append(json.loads(body))
                if engine.answer == "hang":
                    engine._stopped.wait(20)
                elif engine.answer == "drip":
                    self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
                    while not engine._stopped.is_set():
                        self.wfile.write(b"x")
                        self.wfile.flush()
                        time.sleep(0.05)
                elif engine.answer == "garbage":
                    self.wfile.write(b"\x00\xff no HTTP at all\r\n\r\n")
                elif engine.answer != "drop":
                    self.send_response(engine.answer)
                    for name, value in engine.headers.items():
                        self.send_header(name, value)
                    self.end_headers()

            def log_message(self, *args):
                pass

        return Handler
