"""Extended request-reply, the broker: passes whole messages both ways between ROUTER and DEALER.
Arguments: [frontend] [backend]. The other halves: requester.py and responder.py, or Requester and Responder."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
frontend = sys.argv[1] if len(sys.argv) > 1 else "tcp://*:5559"
backend = sys.argv[2] if len(sys.argv) > 2 else "tcp://*:5560"

with zmq.Context() as context, context.socket(zmq.ROUTER) as router, context.socket(zmq.DEALER) as dealer:
    router.bind(frontend)
    dealer.bind(backend)
    poller = zmq.Poller()
    poller.register(router, zmq.POLLIN)
    poller.register(dealer, zmq.POLLIN)
    while True:
        ready = dict(poller.poll())
        if router in ready:
            dealer.send_multipart(router.recv_multipart())
        if dealer in ready:
            router.send_multipart(dealer.recv_multipart())
