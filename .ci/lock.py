"""Waits for the lock on the open file 9, which is then held for as long as the shell that runs this keeps the file open."""
import fcntl
import sys
import time

began = time.monotonic()
said = -9
while True:
    try:
        fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)
        break
    except BlockingIOError:
        waited = int(time.monotonic() - began)
        if waited >= said + 9:
            said = waited
            print(f"{waited:3} s  Waiting for another ./rehearse or ./test, which sets this folder up ...", file=sys.stderr)
        time.sleep(0.1)
