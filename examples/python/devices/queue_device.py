"""The queue device, between REQ clients and REP servers that only know it. Arguments: [frontend] [backend].
The other halves: broker/requester.py at the frontend and broker/responder.py at the backend, or their Java twins."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
frontend = sys.argv[1] if len(sys.argv) > 1 else "tcp://*:5559"
backend = sys.argv[2] if len(sys.argv) > 2 else "tcp://*:5560"

with zmq.Context() as context, context.socket(zmq.ROUTER) as router, context.socket(zmq.DEALER) as dealer:
    router.bind(frontend)
    dealer.bind(backend)
    print("queue between", frontend, "and", backend, flush=True)
    zmq.proxy(router, dealer)
