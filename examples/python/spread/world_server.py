"""Requests spread over servers, a server: answers with its host and port. Arguments: [endpoint], say tcp://*:5556.
The other half: world_client.py, or WorldClient."""
import signal
import socket
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://*:5555"

with zmq.Context() as context, context.socket(zmq.REP) as rep:
    rep.bind(endpoint)
    port = rep.last_endpoint.decode().rpartition(":")[2]
    while True:
        print(rep.recv_string(), flush=True)
        rep.send_string(f"World from {socket.gethostname()}:{port}")
