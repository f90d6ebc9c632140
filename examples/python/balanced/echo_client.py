"""Echo, balanced, the client: msg 0 to msg 9, even ones to the first server, odd ones to the second.
Arguments: [endpoint ...]. The other half: two echo_server.py, or EchoServer."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoints = sys.argv[1:] or ["tcp://localhost:5000", "tcp://localhost:6000"]

with zmq.Context() as context, context.socket(zmq.REQ) as req:
    req.linger = 0  # a request that nobody took does not outlive the program
    for endpoint in endpoints:
        req.connect(endpoint)
    for i in range(10):
        req.send_string(f"msg {i}")
        print(f"msg {i} -> {req.recv_string()}", flush=True)
