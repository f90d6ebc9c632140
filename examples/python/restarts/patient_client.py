"""Requests and restarts, with a deadline and retries: goes on whatever dies.
Arguments: [endpoint] [requests] [patience in ms] [tries]. The other half: server.py, or Server."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://localhost:5555"
requests = int(sys.argv[2]) if len(sys.argv) > 2 else 10
patience = int(sys.argv[3]) if len(sys.argv) > 3 else 2500
tries = int(sys.argv[4]) if len(sys.argv) > 4 else 10


def ask(req, request):
    for _ in range(tries):
        req.send_string(request)
        if req.poll(patience):
            return req.recv_string()
    return "no answer"


with zmq.Context() as context, context.socket(zmq.REQ) as req:
    req.linger = 0
    req.req_relaxed = 1  # a new try may follow without an answer,
    req.req_correlate = 1  # and a late answer to the old one does not count
    req.connect(endpoint)
    for i in range(1, requests + 1):
        print(f"request {i} -> {ask(req, f'request {i}')}", flush=True)
