"""Requests spread over servers, the client: one socket, many servers, nine requests in turn. Arguments: [endpoint ...].
The other half: a world_server.py for each endpoint, or WorldServer."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoints = sys.argv[1:] or ["tcp://localhost:5555", "tcp://localhost:5556"]

with zmq.Context() as context, context.socket(zmq.REQ) as req:
    req.linger = 0  # a request that nobody took does not outlive the program
    for endpoint in endpoints:
        req.connect(endpoint)
    for i in range(1, 10):
        req.send_string(f"Hello {i}")
        print(f"Hello {i} -> {req.recv_string()}", flush=True)
