"""Extended request-reply, a client: only knows the broker. Arguments: [endpoint] [name] [requests] [milliseconds between].
The other halves: broker.py and responder.py, or Broker and Responder."""
import signal
import sys
import time

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://localhost:5559"
name = sys.argv[2] if len(sys.argv) > 2 else "requester"
requests = int(sys.argv[3]) if len(sys.argv) > 3 else 10
pause = int(sys.argv[4]) / 1000 if len(sys.argv) > 4 else 0

with zmq.Context() as context, context.socket(zmq.REQ) as req:
    req.linger = 0  # a request that nobody took does not outlive the program
    req.connect(endpoint)
    for i in range(1, requests + 1):
        req.send_string(f"{name} {i}")
        print(f"{name} {i} -> {req.recv_string()}", flush=True)
        time.sleep(pause)
