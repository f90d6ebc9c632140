"""A cache between publishers and subscribers: a subscriber that comes late gets the last value of its topic at once.
Arguments: cache PUBLISHERS-ENDPOINT SUBSCRIBERS-ENDPOINT, publisher ENDPOINT TOPIC VALUE, or subscriber ENDPOINT TOPIC."""
import sys

import zmq

with zmq.Context() as context:
    if sys.argv[1] == "cache":
        with context.socket(zmq.SUB) as sub, context.socket(zmq.XPUB) as xpub:
            sub.subscribe("")
            sub.bind(sys.argv[2])
            xpub.xpub_verbose = True
            xpub.bind(sys.argv[3])
            poller = zmq.Poller()
            poller.register(sub, zmq.POLLIN)
            poller.register(xpub, zmq.POLLIN)
            cache = {}
            while True:
                ready = dict(poller.poll())
                if sub in ready:
                    topic, value = sub.recv_multipart()
                    cache[topic] = value
                    xpub.send_multipart([topic, value])
                if xpub in ready:
                    event = xpub.recv()
                    if event[0] == 1 and event[1:] in cache:
                        xpub.send_multipart([event[1:], cache[event[1:]]])
    elif sys.argv[1] == "publisher":
        with context.socket(zmq.XPUB) as pub:
            pub.connect(sys.argv[2])
            pub.recv()  # the cache's subscription
            pub.send_multipart([sys.argv[3].encode(), sys.argv[4].encode()])
    else:
        with context.socket(zmq.SUB) as sub:
            sub.subscribe(sys.argv[3])
            sub.connect(sys.argv[2])
            print(sub.recv_multipart()[1].decode())
