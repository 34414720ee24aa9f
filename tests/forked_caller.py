"""Have a copy of the imported program run with our arguments, folder, environment, and files.

It imports little, because it is started as often as the program.
"""

import marshal
import os
import socket
import sys

STANDARD_FILES = (0, 1, 2)


def call(address: str, arguments: list[str]) -> int:
    """Return the exit code of the copy."""
    folder = os.getcwd()  # noqa: PTH109 - pathlib would take as long to import as all the rest
    with socket.socket(socket.AF_UNIX) as server:
        server.connect(address)
        socket.send_fds(server, [b"\n"], STANDARD_FILES)
        server.sendall(marshal.dumps((arguments, folder, dict(os.environ))))
        server.shutdown(socket.SHUT_WR)
        return server.recv(1)[0]


if __name__ == "__main__":
    sys.exit(call(sys.argv[1], sys.argv[2:]))
