"""Requests and restarts, plain: stuck for ever if the server dies in the middle of a request.
Arguments: [endpoint] [requests] [milliseconds between]. The other half: server.py, or Server. The way out: patient_client.py."""
import signal
import sys
import time

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://localhost:5555"
requests = int(sys.argv[2]) if len(sys.argv) > 2 else 10
pause = int(sys.argv[3]) / 1000 if len(sys.argv) > 3 else 0

with zmq.Context() as context, context.socket(zmq.REQ) as req:
    req.linger = 0
    req.connect(endpoint)
    for i in range(1, requests + 1):
        req.send_string(f"request {i}")
        print(f"request {i} -> {req.recv_string()}", flush=True)
        time.sleep(pause)
