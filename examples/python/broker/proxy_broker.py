"""Extended request-reply, the broker in one line: the built-in proxy. Arguments: [frontend] [backend].
The other halves: requester.py and responder.py, or Requester and Responder."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
frontend = sys.argv[1] if len(sys.argv) > 1 else "tcp://*:5559"
backend = sys.argv[2] if len(sys.argv) > 2 else "tcp://*:5560"

with zmq.Context() as context, context.socket(zmq.ROUTER) as router, context.socket(zmq.DEALER) as dealer:
    router.bind(frontend)
    dealer.bind(backend)
    zmq.proxy(router, dealer)
