"""One side of a conversation, with the parts and the words of peers.Side."""

import select
import sys

import zmq

PATIENCE_MS = 20_000


def message(*sizes):
    return [bytes((7 * at + size) % 256 for at in range(size)) for size in sizes]


MESSAGES = [message(0), message(300), message(100_000), message(5, 0, 255)]
NAME = b"dealer"
WANTED, UNWANTED, HELLO = b"wanted", b"other", b"wanted: hello"


def expect(socket, expected):
    received = socket.recv_multipart()
    assert received == expected, [frame[:40] for frame in received]


def told():
    return bool(select.select([sys.stdin], [], [], 0.001)[0])


def meet(socket, mechanism, endpoint=None, server_key=""):
    public_key = b""
    if mechanism == "CURVE":
        public_key, secret_key = zmq.curve_keypair()
        socket.curve_publickey, socket.curve_secretkey = public_key, secret_key
    if endpoint is None:
        socket.curve_server = mechanism == "CURVE"
        socket.bind("tcp://127.0.0.1:*")
        print(socket.last_endpoint.rstrip(b"\0").decode())
        print(public_key.decode())
    else:
        if mechanism == "CURVE":
            socket.curve_serverkey = server_key.encode()
        socket.connect(endpoint)


def converse(socket, kind):
    if kind == "PUB":
        while not told():
            socket.send(HELLO)
    elif kind == "SUB":
        socket.subscribe(WANTED)
        expect(socket, [HELLO])
        print("joined")
        first = [HELLO]
        while first == [HELLO]:
            first = socket.recv_multipart()
        assert first == [WANTED, *MESSAGES[0]], first
        for each in MESSAGES[1:]:
            expect(socket, [WANTED, *each])
        return
    elif kind == "DEALER":
        for each in MESSAGES:
            socket.send_multipart(each)
    for each in MESSAGES:
        if kind == "PUB":
            socket.send_multipart([UNWANTED, *each])
            socket.send_multipart([WANTED, *each])
        if kind in ("PUSH", "REQ"):
            socket.send_multipart(each)
        if kind in ("PULL", "REQ", "REP", "DEALER"):
            expect(socket, each)
        if kind == "REP":
            socket.send_multipart(each)
        if kind == "ROUTER":
            expect(socket, [NAME, *each])
            socket.send_multipart([NAME, *each])


def main(kind, *words):
    context = zmq.Context()
    socket = context.socket(getattr(zmq, kind))
    socket.rcvtimeo = socket.sndtimeo = PATIENCE_MS
    # When the publisher is gone first, a subscription waits to be told to the next one.
    socket.linger = 0 if kind == "SUB" else PATIENCE_MS
    if kind == "DEALER":
        socket.routing_id = NAME
    meet(socket, *words)
    converse(socket, kind)
    socket.close()
    context.term()
    print("ok")


main(*sys.argv[1:])
