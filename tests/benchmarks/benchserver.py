# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""A loopback server that streams prepared completions at a given rate, in a process of its own."""
import json
import socket
import threading
import time


def events(text, size=4):
    """One event of about 280 bytes for each `size` characters."""
    for i in range(0, len(text), size):
        yield ("data: " + json.dumps({
            "id": "6f0c2d2e-0000-4000-8000-000000000000", "object": "chat.completion.chunk", "created": 1790000000, "model": "bench",
            "choices": [{"index": 0, "delta": {"role": "assistant", "content": text[i:i + size]}, "finish_reason": None}],
            "system_fingerprint": "fp_0123456789", "service_tier": "default"}) + "\n\n").encode()


LAST = (b'data: {"id":"6f0c2d2e","object":"chat.completion.chunk","model":"bench","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n'
        b"data: [DONE]\n\n")
MODELS = json.dumps({"object": "list", "data": [{"id": "bench", "object": "model", "owned_by": "bench"}]}).encode()


class BenchServer:
    """`rate` tokens a second; 0: as fast as the socket takes them."""

    def __init__(self, text, rate):
        self.events = list(events(text))
        self.rate = rate
        self.on_last_byte = None       # called when the last text went out
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = "http://127.0.0.1:%d/v1" % self.listener.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            connection, _ = self.listener.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self.answer, args=(connection,), daemon=True).start()

    def answer(self, connection):
        try:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(65536)
                if not piece:
                    return
                head += piece
            head, body = head.split(b"\r\n\r\n", 1)
            length = 0
            for line in head.split(b"\r\n"):
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            while len(body) < length:
                body += connection.recv(1 << 20)
            if not head.startswith(b"POST"):
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(MODELS) + MODELS)
                return
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")
            self.stream(connection)
        except OSError:
            pass
        finally:
            connection.close()

    def stream(self, connection):
        if not self.rate:
            for i in range(0, len(self.events), 64):
                connection.sendall(b"".join(self.events[i:i + 64]))
        else:
            start = time.monotonic()
            for i, event in enumerate(self.events):
                wait = start + i / self.rate - time.monotonic()
                if wait > 0:
                    time.sleep(wait)
                connection.sendall(event)
        connection.sendall(LAST)
        if self.on_last_byte:
            self.on_last_byte()
