"""Pair, the server: sends a line, receives a line, and so on until it receives EOF. Arguments: [endpoint].
The other half: pair_client.py, or PairClient."""
import signal
import sys
from itertools import count

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://*:5556"

with zmq.Context() as context, context.socket(zmq.PAIR) as pair:
    pair.bind(endpoint)
    for i in count(1):
        pair.send_string(f"line {i}")
        answer = pair.recv_string()
        print("client:", answer, flush=True)
        if answer == "EOF":
            break
