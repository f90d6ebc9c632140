"""Echo, balanced, a server: sends every request back. Arguments: [endpoint], say tcp://*:6000 for the second.
The other half: echo_client.py, or EchoClient."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://*:5000"

with zmq.Context() as context, context.socket(zmq.REP) as rep:
    rep.bind(endpoint)
    while True:
        request = rep.recv_string()
        print(request, flush=True)
        rep.send_string(request)
