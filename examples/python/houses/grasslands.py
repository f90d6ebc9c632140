"""No house at all: whoever comes may ask, and whoever is on the way reads along. Arguments: server|client [endpoint].
The other half: itself, or Grasslands."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
serves = len(sys.argv) < 2 or sys.argv[1] == "server"
endpoint = sys.argv[2] if len(sys.argv) > 2 else "tcp://127.0.0.1:9000"


def serve(context):
    with context.socket(zmq.REP) as rep:
        rep.bind(endpoint)
        while True:
            question = rep.recv_string()
            rep.send_string("World")
            print(question, "from anybody -> World", flush=True)


def ask(context):
    with context.socket(zmq.REQ) as req:
        req.linger = 0  # a question that nobody took does not outlive the program
        req.connect(endpoint)
        req.send_string("Hello")
        print("Hello ->", req.recv_string(), flush=True)


with zmq.Context() as context:
    if serves:
        serve(context)
    else:
        ask(context)
