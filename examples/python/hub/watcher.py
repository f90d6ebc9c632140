"""The hub, one who watches: subscribes to topics, or to everything. Arguments: [endpoint] [topic ...].
The other half: hub.py, or Hub."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://localhost:5562"
topics = sys.argv[2:] or [""]

with zmq.Context() as context, context.socket(zmq.SUB) as sub:
    for topic in topics:
        sub.subscribe(topic)
    sub.connect(endpoint)
    while True:
        print(sub.recv_string(), flush=True)
