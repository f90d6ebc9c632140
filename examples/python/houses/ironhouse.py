"""A house of iron: as the house of stone, and only those may ask whose certificates the server has. Arguments:
server|client [endpoint] [directory of certificates.py] [name].
certificates.py first. The other half: itself, or Ironhouse."""
import signal
import sys

import zmq
import zmq.auth.thread

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
serves = len(sys.argv) < 2 or sys.argv[1] == "server"
endpoint = sys.argv[2] if len(sys.argv) > 2 else "tcp://127.0.0.1:9000"
keys = sys.argv[3] if len(sys.argv) > 3 else "keys"
name = sys.argv[4] if len(sys.argv) > 4 else "client"


def serve(context, authenticator):
    with context.socket(zmq.REP) as rep:
        authenticator.configure_curve(domain="global", location=f"{keys}/allowed")
        rep.curve_publickey, rep.curve_secretkey = zmq.auth.load_certificate(f"{keys}/server.key_secret")
        rep.curve_server = True
        rep.zap_domain = b"global"
        rep.bind(endpoint)
        while True:
            question = rep.recv(copy=False)
            rep.send_string("World")
            print(question.bytes.decode(), "from", question.get("User-Id"), "-> World", flush=True)


def ask(context):
    with context.socket(zmq.REQ) as req:
        req.linger = 0  # a question that nobody took does not outlive the program
        req.curve_serverkey, _ = zmq.auth.load_certificate(f"{keys}/server.key")
        req.curve_publickey, req.curve_secretkey = zmq.auth.load_certificate(f"{keys}/{name}.key_secret")
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
