"""The AWS CLI, loaded once: it runs commands one after the other, each in a session of its own, without the second that the CLI takes to start.

The tests start it, and put the `aws` beside this file on the PATH, which hands its commands over. It prints the path of its socket, and
ends when its standard input does.
"""
import contextlib
import json
import os
import select
import socket
import sys
import tempfile
import traceback

import awscli.clidriver
import awscli.handlers  # noqa: F401  What the CLI loads before its first command.
import botocore.loaders
import botocore.session

SERVICES = ("ec2", "iam", "s3", "sagemaker", "sts")


def share_loader():
    """Has every command take AWS's descriptions of its services from what is loaded already."""
    loader = botocore.loaders.create_loader(os.environ["AWS_DATA_PATH"])
    for service in SERVICES:
        loader.load_service_model(service, "service-2")
    loader.list_available_services(type_name="service-2")
    for data in ("endpoints", "partitions", "sdk-default-configuration"):
        loader.load_data(data)
    botocore.session.create_loader = botocore.loaders.create_loader = lambda *_: loader


def run(client):
    """Runs one command with the client's own streams, folder and environment."""
    _, streams, _, _ = socket.recv_fds(client, 1, 3)
    for stream, received in enumerate(streams):
        os.dup2(received, stream)
        os.close(received)
    with client.makefile("r") as said:
        arguments, folder, environment = json.load(said)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    try:
        code = awscli.clidriver.create_clidriver().main(arguments)
    except SystemExit as ended:
        code = ended.code or 0
    except Exception:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def main():
    share_loader()
    own = [os.dup(stream) for stream in range(3)]
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as server:
        path = os.path.join(folder, "aws")
        server.bind(path)
        server.listen()
        print(path, flush=True)
        while own[0] not in select.select([server, own[0]], [], [])[0]:
            client, _ = server.accept()
            # One that is gone before its command is done waits for no answer.
            with client, contextlib.suppress(OSError, ValueError):
                code = run(client)
                # Whoever reads what the command wrote waits for the end of it.
                for stream, kept in enumerate(own):
                    os.dup2(kept, stream)
                client.sendall(str(code).encode())


if __name__ == "__main__":
    main()
