"""The streamer device, between PUSH and PULL programs that only know it. Arguments: [frontend] [backend].
The other halves: task_sender.py at the frontend and tasks/consumer.py at the backend, or their Java twins."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
frontend = sys.argv[1] if len(sys.argv) > 1 else "tcp://*:5559"
backend = sys.argv[2] if len(sys.argv) > 2 else "tcp://*:5560"

with zmq.Context() as context, context.socket(zmq.PULL) as pull, context.socket(zmq.PUSH) as push:
    pull.bind(frontend)
    push.bind(backend)
    print("streamer between", frontend, "and", backend, flush=True)
    zmq.proxy(pull, push)
