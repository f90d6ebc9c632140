"""Pipeline, a worker: takes tasks, passes on results. Arguments: [endpoint of tasks] [endpoint of results] [name].
The other halves: ventilator.py and sink.py, or Ventilator and Sink."""
import os
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
tasks = sys.argv[1] if len(sys.argv) > 1 else "tcp://localhost:5557"
results = sys.argv[2] if len(sys.argv) > 2 else "tcp://localhost:5558"
name = sys.argv[3] if len(sys.argv) > 3 else f"worker-{os.getpid()}"

with zmq.Context() as context, context.socket(zmq.PULL) as pull, context.socket(zmq.PUSH) as push:
    push.linger = 1000
    push.connect(results)
    pull.connect(tasks)
    while True:
        push.send_string(f"{pull.recv_string()} by {name}")
