"""Requests and restarts, the server: kill it while it works. Arguments: [endpoint] [milliseconds of work for each request].
The other half: plain_client.py or patient_client.py, or PlainClient or PatientClient."""
import signal
import sys
import time

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://*:5555"
work = int(sys.argv[2]) / 1000 if len(sys.argv) > 2 else 1

with zmq.Context() as context, context.socket(zmq.REP) as rep:
    rep.bind(endpoint)
    while True:
        request = rep.recv_string()
        print("working on", request, flush=True)
        time.sleep(work)
        rep.send_string(f"answer to {request}")
        print("answered", request, flush=True)
