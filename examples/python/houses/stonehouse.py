"""A house of stone: nobody on the way can read or change anything, and clients know their server by its key. Any client
may ask. Arguments: server|client [endpoint] [directory of certificates.py].
certificates.py first. The other half: itself, or Stonehouse."""
import signal
import sys

import zmq
import zmq.auth

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
serves = len(sys.argv) < 2 or sys.argv[1] == "server"
endpoint = sys.argv[2] if len(sys.argv) > 2 else "tcp://127.0.0.1:9000"
keys = sys.argv[3] if len(sys.argv) > 3 else "keys"


def serve(context):
    with context.socket(zmq.REP) as rep:
        rep.curve_publickey, rep.curve_secretkey = zmq.auth.load_certificate(f"{keys}/server.key_secret")
        rep.curve_server = True
        rep.bind(endpoint)
        while True:
            question = rep.recv_string()
            rep.send_string("World")
            print(question, "from anybody -> World", flush=True)


def ask(context):
    with context.socket(zmq.REQ) as req:
        req.linger = 0  # a question that nobody took does not outlive the program
        req.curve_serverkey, _ = zmq.auth.load_certificate(f"{keys}/server.key")
        # A pair for this run alone: nobody will know it again.
        req.curve_publickey, req.curve_secretkey = zmq.curve_keypair()
        req.connect(endpoint)
        req.send_string("Hello")
        print("Hello ->", req.recv_string(), flush=True)


with zmq.Context() as context:
    if serves:
        serve(context)
    else:
        ask(context)
