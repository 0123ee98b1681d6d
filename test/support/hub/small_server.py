"""What a hub needs to take a process for a running server: an answer at its address."""

import os
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import urlparse


class Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"A small server.")


address = urlparse(os.environ["JUPYTERHUB_SERVICE_URL"])
HTTPServer((address.hostname or "127.0.0.1", address.port or 0), Answer).serve_forever()
