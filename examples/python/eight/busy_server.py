"""A server that may take its time: requests are handled by a pool of threads.
Arguments: server ENDPOINT, or client ENDPOINT."""
import sys
import threading
import time

import zmq


def handle_requests(context):
    with context.socket(zmq.REP) as rep:
        rep.connect("inproc://requests")
        while True:
            request = rep.recv_string()
            time.sleep(0.5)
            rep.send_string(f"{request} by {threading.current_thread()}")


with zmq.Context() as context:
    if sys.argv[1] == "server":
        with context.socket(zmq.ROUTER) as router, context.socket(zmq.DEALER) as dealer:
            router.bind(sys.argv[2])
            dealer.bind("inproc://requests")
            for _ in range(20):
                threading.Thread(target=handle_requests, args=[context], daemon=True).start()
            zmq.proxy(router, dealer)
    else:
        with context.socket(zmq.DEALER) as dealer:
            dealer.connect(sys.argv[2])
            for i in range(20):
                dealer.send_multipart([b"", f"request {i}".encode()])
            for _ in range(20):
                print(dealer.recv_multipart()[1].decode())
