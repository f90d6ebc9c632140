"""Hello World, the server: answers every Hello with World. Arguments: [endpoint].
The other half: hello_client.py, or HelloClient."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://*:5555"

with zmq.Context() as context, context.socket(zmq.REP) as rep:
    rep.bind(endpoint)
    while True:
        request = rep.recv_string()
        rep.send_string("World")
        print(request, "-> World", flush=True)
