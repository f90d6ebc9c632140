"""Pair, the client: five times receives a line and answers, then sends EOF. Arguments: [endpoint] [milliseconds between].
The other half: pair_server.py, or PairServer. A second client gets nothing while the first is there."""
import signal
import sys
import time

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://localhost:5556"
pause = int(sys.argv[2]) / 1000 if len(sys.argv) > 2 else 0

with zmq.Context() as context, context.socket(zmq.PAIR) as pair:
    pair.connect(endpoint)
    for i in range(1, 6):
        print("server:", pair.recv_string(), flush=True)
        time.sleep(pause)
        pair.send_string(f"answer {i}")
    pair.send_string("EOF")
    pair.recv()  # the server says one more line before it reads EOF: it must not talk to nobody
