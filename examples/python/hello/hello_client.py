"""Hello World, the client: says Hello ten times and waits for each World. Arguments: [endpoint].
The other half: hello_server.py, or HelloServer."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://localhost:5555"

with zmq.Context() as context, context.socket(zmq.REQ) as req:
    req.linger = 0  # a request that nobody took does not outlive the program
    req.connect(endpoint)
    for i in range(1, 11):
        req.send_string("Hello")
        print(f"{i}: Hello -> {req.recv_string()}", flush=True)
