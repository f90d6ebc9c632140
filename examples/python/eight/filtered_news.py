"""A publisher tells the news, and each subscriber hears the topic that it asked for.
Arguments: publisher ENDPOINT, or subscriber ENDPOINT TOPIC."""
import itertools
import sys
import time

import zmq

with zmq.Context() as context:
    if sys.argv[1] == "publisher":
        with context.socket(zmq.PUB) as pub:
            pub.bind(sys.argv[2])
            for i in itertools.count():
                pub.send_multipart([b"sport", f"goal {i}".encode()])
                pub.send_multipart([b"weather", f"{i} degrees".encode()])
                time.sleep(0.1)
    else:
        with context.socket(zmq.SUB) as sub:
            sub.subscribe(sys.argv[3])
            sub.connect(sys.argv[2])
            while True:
                topic, news = sub.recv_multipart()
                print(f"{topic.decode()}: {news.decode()}")
