"""Pipeline, the end: collects results, "task N by WORKER". Arguments: [endpoint] [results to wait for].
The other halves: worker.py and ventilator.py, or Worker and Ventilator."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://*:5558"
results = int(sys.argv[2]) if len(sys.argv) > 2 else 100

with zmq.Context() as context, context.socket(zmq.PULL) as pull:
    pull.bind(endpoint)
    for _ in range(results):
        print(pull.recv_string(), flush=True)
    print(results, "results", flush=True)
