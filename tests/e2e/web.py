"""A web site on 127.0.0.1 for the end-to-end tests. Each path answers as its function says."""
import contextlib
import http.server
import threading


class Site:
    """`routes`: path -> function of the request handler, or (fields, body bytes). All else is a 404."""

    def __init__(self, routes):
        self.routes = dict(routes)
        self.asked = []  # (path, fields), in order
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                site.asked.append((self.path, dict(self.headers)))
                route = site.routes.get(self.path)
                with contextlib.suppress(ConnectionError):
                    if callable(route):
                        route(self)
                    else:
                        fields, body = route or ({}, b"nothing here")
                        answer(self, body, status=200 if route else 404, **fields)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # whoever hangs up is expected to
        self.port = self.server.server_address[1]
        self.address = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def paths(self):
        return [path for path, _ in self.asked]


def answer(handler, body=b"", status=200, length=None, **fields):
    """Sends a whole answer; `length` is what Content-Length claims, "" leaves it out."""
    handler.send_response(status)
    for name, value in fields.items():
        handler.send_header(name.replace("_", "-"), value)
    if length != "":
        handler.send_header("Content-Length", str(len(body) if length is None else length))
    else:
        handler.send_header("Connection", "close")
    handler.end_headers()
    handler.wfile.write(body)
    handler.wfile.flush()
    handler.close_connection = length is not None


def redirect(to, status=302):
    return lambda handler: answer(handler, status=status, Location=to)


def page(title, *paragraphs):
    """An HTML page with a title and paragraphs."""
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return f"<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>\n{body}</article></body></html>"


def html(title, *paragraphs, charset="utf-8"):
    return {"Content_Type": f"text/html; charset={charset}"}, page(title, *paragraphs).encode(charset)
