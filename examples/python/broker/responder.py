"""Extended request-reply, a server: connects to the broker, so it may come and go. Arguments: [endpoint] [name].
The other halves: broker.py and requester.py, or Broker and Requester."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://localhost:5560"
name = sys.argv[2] if len(sys.argv) > 2 else "responder"

with zmq.Context() as context, context.socket(zmq.REP) as rep:
    rep.connect(endpoint)
    while True:
        request = rep.recv_string()
        rep.send_string(f"{request} by {name}")
        print(request, flush=True)
