"""Filtered radio, a listener: a link gone quiet is noticed by heartbeats and renewed.
Arguments: [endpoint] [heartbeat in ms] [filter ...], without a filter everything. The other half: station.py, or Station."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://localhost:5558"
heartbeat = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
filters = sys.argv[3:] or [""]

with zmq.Context() as context, context.socket(zmq.SUB) as sub:
    sub.heartbeat_ivl = heartbeat
    sub.heartbeat_timeout = 3 * heartbeat
    for prefix in filters:
        sub.subscribe(prefix)
    sub.connect(endpoint)
    while True:
        print(sub.recv_string(), flush=True)
