"""A thousand tasks, a consumer: prints what it gets. Arguments: [endpoint] [milliseconds of work for each task].
The other half: producer.py, or Producer."""
import signal
import sys
import time

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://localhost:5557"
work = int(sys.argv[2]) / 1000 if len(sys.argv) > 2 else 0

with zmq.Context() as context, context.socket(zmq.PULL) as pull:
    pull.connect(endpoint)
    while True:
        print(pull.recv_string(), flush=True)
        time.sleep(work)
