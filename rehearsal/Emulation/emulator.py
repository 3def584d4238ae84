"""moto's server, which ends with the process that started it, however that one ends: it holds the other end of standard input.

The line `keep` on standard input lets the server go, to run on by itself.
"""
import functools
import gc
import io
import os
import sys
import threading
import types


def watch():
    said = b""
    while chunk := os.read(0, 80):
        said += chunk
        if said == b"keep\n":
            # Nobody reads what it prints any longer.
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            return
    os._exit(0)


# What moto loads at its start, it keeps; looking for garbage in it takes a tenth of that time.
gc.set_threshold(100_000)
threading.Thread(target=watch, daemon=True).start()
# Ctrl-C, which a terminal sends to all that it runs, is the starting process's to answer.
os.setsid()
try:
    import botocore.loaders
    import moto.backends
    import moto.core.responses
    import werkzeug.serving
    from moto.server import main
except ImportError as missing:
    sys.exit(f"{sys.executable} does not have it: {missing}.")

# moto looks through its own folders and classes again at every request, which is most of what it does for one of IAM.
modules = moto.backends.list_of_moto_modules
moto.backends.list_of_moto_modules = functools.cache(lambda: frozenset(modules()))
moto.core.responses.method_names_from_class = functools.cache(moto.core.responses.method_names_from_class)
# Before it reads what botocore knows of a service, that looks through the folders of all of them.
Loader = botocore.loaders.Loader
Loader.list_available_services = lambda self, type_name: os.listdir(Loader.BUILTIN_DATA_PATH)


class Handler(werkzeug.serving.WSGIRequestHandler):
    """Serves one request after another on a connection, where werkzeug makes a connection and a thread for each."""

    # An answer leaves as one packet, at once.
    wbufsize = -1
    disable_nagle_algorithm = True

    def make_environ(self):
        """What is not read of a request's body would be taken for the next request: it is read before the request is served."""
        environ = super().make_environ()
        if "wsgi.input_terminated" in environ:
            self.close_connection = True
        else:
            environ["wsgi.input"] = io.BytesIO(self.rfile.read(int(environ.get("CONTENT_LENGTH") or 0)))
        return environ

    def send_header(self, keyword, value):
        if keyword != "Connection" or self.close_connection:
            super().send_header(keyword, value)

    def log_request(self, *_):
        """Says nothing: nobody reads a line a request."""


class NothingIsLeft:
    """The selector by which werkzeug looks, for 10 ms, for what is left of a request: it would take the next one for that."""

    def register(self, *_):
        pass

    def select(self, **_):
        return ()

    def close(self):
        pass


werkzeug.serving.WSGIRequestHandler = Handler
werkzeug.serving.selectors = types.SimpleNamespace(DefaultSelector=NothingIsLeft, EVENT_READ=None)
main()
