"""The hub: everything that comes in goes out to subscribers, and without its topic to one of those who pull.
Arguments: [in] [out] [work]. The other halves: speaker.py, watcher.py and collector.py, or their Java twins."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
arguments = sys.argv[1:] + ["tcp://*:5561", "tcp://*:5562", "tcp://*:5563"][len(sys.argv) - 1 :]

with zmq.Context() as context, context.socket(zmq.SUB) as sub, context.socket(zmq.PUB) as pub, context.socket(
    zmq.PUSH
) as push:
    sub.subscribe("")
    sub.bind(arguments[0])
    pub.sndhwm = 0
    pub.bind(arguments[1])
    push.linger = 0
    push.bind(arguments[2])
    poller = zmq.Poller()
    poller.register(sub, zmq.POLLIN)
    while True:
        if sub in dict(poller.poll()):
            message = sub.recv_string()
            pub.send_string(message)
            try:
                push.send_string(message.partition(" ")[2], zmq.DONTWAIT)
            except zmq.Again:
                pass  # nobody pulls
