"""The forwarder device, between PUB and SUB programs that only know it. Arguments: [frontend] [backend].
The other halves: news_sender.py at the frontend and radio/football_fan.py at the backend, or their Java twins."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
frontend = sys.argv[1] if len(sys.argv) > 1 else "tcp://*:5559"
backend = sys.argv[2] if len(sys.argv) > 2 else "tcp://*:5560"

with zmq.Context() as context, context.socket(zmq.XSUB) as xsub, context.socket(zmq.XPUB) as xpub:
    xsub.bind(frontend)
    xpub.bind(backend)
    print("forwarder between", frontend, "and", backend, flush=True)
    zmq.proxy(xsub, xpub)
