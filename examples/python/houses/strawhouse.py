"""A house of straw: who may ask is decided by address. It keeps out the lost, and nobody who means it. Arguments:
server|client [endpoint] [allowed address].
The other half: itself, or Strawhouse."""
import signal
import sys

import zmq
import zmq.auth.thread

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
serves = len(sys.argv) < 2 or sys.argv[1] == "server"
endpoint = sys.argv[2] if len(sys.argv) > 2 else "tcp://127.0.0.1:9000"
allowed = sys.argv[3] if len(sys.argv) > 3 else "127.0.0.1"


def serve(context, authenticator):
    with context.socket(zmq.REP) as rep:
        authenticator.allow(allowed)
        rep.zap_domain = b"global"
        rep.bind(endpoint)
        while True:
            question = rep.recv_string()
            rep.send_string("World")
            print(question, "from an allowed address -> World", flush=True)


def ask(context):
    with context.socket(zmq.REQ) as req:
        req.linger = 0  # a question that nobody took does not outlive the program
        failures = req.get_monitor_socket(zmq.EVENT_HANDSHAKE_FAILED_AUTH | zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL)
        req.connect(endpoint)
        req.send_string("Hello")
        poller = zmq.Poller()
        poller.register(req, zmq.POLLIN)
        poller.register(failures, zmq.POLLIN)
        if req in dict(poller.poll()):
            print("Hello ->", req.recv_string(), flush=True)
        else:
            print("refused", flush=True)
        req.disable_monitor()


with zmq.Context() as context:
    if serves:
        authenticator = zmq.auth.thread.ThreadAuthenticator(context)
        authenticator.start()
        try:
            serve(context, authenticator)
        finally:
            authenticator.stop()
    else:
        ask(context)
